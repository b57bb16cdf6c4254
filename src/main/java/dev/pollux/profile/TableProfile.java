package dev.pollux.profile;

import java.util.List;

/// What the columns of a table hold.
///
/// @param rows that were counted
/// @param columns those that could be read, in the order of the table
public record TableProfile(long rows, List<ColumnProfile> columns) {
  public TableProfile {
    columns = List.copyOf(columns);
  }
}
