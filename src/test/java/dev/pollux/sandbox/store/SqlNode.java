package dev.pollux.sandbox.store;

import java.util.List;

/// A generated expression: its type, the line of the grammar that it is, its text, and the
/// expressions that it is made of.
record SqlNode(String type, String kind, String sql, List<SqlNode> parts) {
  SqlNode {
    parts = List.copyOf(parts);
  }

  static SqlNode leaf(String type, String sql) {
    return new SqlNode(type, sql, sql, List.of());
  }
}
