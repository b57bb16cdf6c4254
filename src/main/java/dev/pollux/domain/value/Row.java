package dev.pollux.domain.value;

import java.util.List;

/// One row: a value for each column that was asked for, in their order.
public record Row(List<Value> values) {
  public Row {
    values = List.copyOf(values);
  }
}
