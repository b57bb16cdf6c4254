package dev.pollux.draft.plan;

import dev.pollux.cloud.Query;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the requests of a run come from.
public sealed interface RequestSource {
  /// The requests of all rows.
  sealed interface Whole extends RequestSource {}

  /// Requests that are where their rows are.
  sealed interface InPlace extends Whole {}

  /// The table already has a `request` column: the job reads it as it is.
  record OwnColumn(TableRef table) implements InPlace {}

  /// One SQL statement makes the request table in the cloud; `query` has it as its destination.
  record Made(TableRef requestTable, Query query) implements InPlace {}

  /// The job cannot read where the rows are: the requests are brought to where it runs.
  ///
  /// @param origin where they are at first; what Pollux makes there is gone after the copy
  record Copied(InPlace origin, TableCopy copy) implements Whole {}

  /// Some of the requests of a table of rows, each once: those of one part, or one of each that are
  /// equal. One statement chooses them where the job runs.
  ///
  /// @param from where each row has its request
  /// @param query makes `requestTable`
  record Chosen(Whole from, TableRef requestTable, Query query) implements RequestSource {
    /// The same for another part.
    Chosen part(TableRef table, int part) {
      Map<String, Query.Parameter> parameters = new HashMap<>(query.parameters());
      parameters.put("part", Query.Parameter.int64(part));
      return new Chosen(
          from,
          table,
          new Query(
              query.sql().replace(requestTable.sql(), table.sql()),
              parameters,
              query.location(),
              query.destination()));
    }
  }

  /// The table that the job will read.
  default TableRef table() {
    return switch (this) {
      case OwnColumn own -> own.table();
      case Made made -> made.requestTable();
      case Copied copied -> copied.copy().to();
      case Chosen chosen -> chosen.requestTable();
    };
  }

  /// The table that has each row once, in the region of the job.
  default TableRef rows() {
    return this instanceof Chosen chosen ? chosen.from().table() : table();
  }

  /// Where the requests are at first.
  default InPlace inPlace() {
    return switch (this) {
      case InPlace here -> here;
      case Copied copied -> copied.origin();
      case Chosen chosen -> chosen.from().inPlace();
    };
  }

  /// The statement that makes the requests; empty where the table brings its own.
  default Optional<Query> makes() {
    return inPlace() instanceof Made made ? Optional.of(made.query()) : Optional.empty();
  }

  /// How they come to where the job runs; empty where they are there.
  default Optional<TableCopy> brought() {
    return switch (this) {
      case Copied copied -> Optional.of(copied.copy());
      case Chosen chosen -> chosen.from().brought();
      case InPlace _ -> Optional.empty();
    };
  }
}
