package dev.pollux.domain;

/// What stands behind a table's name.
public enum TableKind {
  TABLE,
  VIEW,
  MATERIALIZED_VIEW,
  EXTERNAL,
  SNAPSHOT,
  OTHER
}
