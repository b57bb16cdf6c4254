package dev.pollux.sandbox.sql.catalog;

/// A table's whole name. `toString` is the service's own way of naming it in errors.
public record TablePath(String project, String dataset, String table) {
  @Override
  public String toString() {
    return project + ":" + dataset + "." + table;
  }
}
