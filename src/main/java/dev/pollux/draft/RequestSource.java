package dev.pollux.draft;

import dev.pollux.cloud.Query;
import dev.pollux.domain.TableRef;

/// Where the requests of a run come from.
public sealed interface RequestSource {
  /// The table already has a `request` column: the job reads it as it is.
  record OwnColumn(TableRef table) implements RequestSource {}

  /// One SQL statement makes the request table in the cloud; `query` has it as its destination.
  record Made(TableRef requestTable, Query query) implements RequestSource {}

  /// The table that the job will read.
  default TableRef table() {
    return switch (this) {
      case OwnColumn own -> own.table();
      case Made made -> made.requestTable();
    };
  }
}
