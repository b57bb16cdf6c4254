package dev.pollux.draft.state;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Row;
import java.util.List;
import java.util.Optional;

/// The source as the service has it.
///
/// @param info empty where there is no such table
/// @param sample its first rows, for previews; none where they cannot be read free of charge
/// @param ownRequests what is wrong with the requests in its `request` column, in those rows
/// @param unlisted why its rows could not be listed, though they can of tables of its kind: it
///   hides rows or columns
public record SourceTable(
    Optional<TableInfo> info,
    List<Row> sample,
    List<Finding> ownRequests,
    Optional<CloudException> unlisted) {
  public SourceTable {
    sample = List.copyOf(sample);
    ownRequests = List.copyOf(ownRequests);
  }

  /// A table whose rows need a query to be seen, or none at all.
  public static SourceTable unread(Optional<TableInfo> info) {
    return new SourceTable(info, List.of(), List.of(), Optional.empty());
  }

  /// Whether rows can be listed free of charge, anywhere in the table.
  public boolean listsRows() {
    return unlisted.isEmpty() && info.filter(table -> table.kind().listsRows()).isPresent();
  }

  /// Whether the table itself says exactly how many rows a query sees.
  public boolean isCounted() {
    return unlisted.isEmpty() && info.filter(TableInfo::isCounted).isPresent();
  }

  /// Whether what rows look like is seen by a query only.
  public boolean needsQuery() {
    return info.filter(table -> unlisted.isPresent() || table.listed().isEmpty()).isPresent();
  }
}
