package dev.pollux.draft;

import dev.pollux.domain.Finding;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import java.util.List;
import java.util.Optional;

/// The source as the service has it.
///
/// @param info empty where there is no such table
/// @param sample its first rows, for previews; none where they cannot be read free of charge
/// @param ownRequests what is wrong with the requests in its `request` column, in those rows
public record SourceTable(Optional<TableInfo> info, List<Row> sample, List<Finding> ownRequests) {
  public SourceTable {
    sample = List.copyOf(sample);
    ownRequests = List.copyOf(ownRequests);
  }
}
