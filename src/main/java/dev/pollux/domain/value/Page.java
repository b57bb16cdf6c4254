package dev.pollux.domain.value;

import java.util.List;

/// Some consecutive rows of a table: the first has index `start` (0-based) of `total`.
public record Page(long start, List<Row> rows, long total) {
  public Page {
    rows = List.copyOf(rows);
  }
}
