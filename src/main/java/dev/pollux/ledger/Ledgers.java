package dev.pollux.ledger;

import dev.pollux.cloud.Catalog;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.draft.Draft;
import dev.pollux.draft.plan.Place;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.ledger.sql.LedgerTables;
import dev.pollux.prompt.answer.SchemaTypes;
import dev.pollux.results.outcome.Responses;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at the tables of a run.
final class Ledgers {
  private final Catalog catalog;

  Ledgers(Catalog catalog) {
    this.catalog = catalog;
  }

  /// Empty where nothing is left of the rows: the table of requests ended, and with it those that
  /// have no answer.
  Optional<LedgerTables> read(LedgerRun run) throws CloudException {
    Run root = run.root();
    Place place = root.plan().place();
    Optional<TableInfo> rows = catalog.table(root.plan().requests().rows());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<LedgerTables.Output> outputs = new ArrayList<>();
    for (TableRef earlier : place.earlier()) {
      output(earlier, 0).ifPresent(outputs::add);
    }
    for (Run job : run.sent()) {
      output(job.plan().destination(), job.plan().place().attempt()).ifPresent(outputs::add);
    }
    return Optional.of(
        new LedgerTables(
            rows.get(),
            !(root.plan().requests().inPlace() instanceof RequestSource.OwnColumn),
            outputs,
            place.key(),
            root.plan().model().name()));
  }

  private Optional<LedgerTables.Output> output(TableRef ref, int attempt) throws CloudException {
    return catalog
        .table(ref)
        .filter(table -> Responses.isOutput(table.schema()))
        .map(table -> new LedgerTables.Output(table, attempt));
  }

  /// The columns of the answers that were asked for; none where they are text, or nobody knows.
  static List<Field> asked(LedgerRun run) {
    return run.root()
        .plan()
        .draft()
        .map(Draft::spec)
        .flatMap(spec -> spec.answer())
        .map(SchemaTypes::of)
        .orElse(List.of());
  }

  /// The name itself, or the first after it that no table has.
  TableRef free(TableRef wanted) throws CloudException {
    TableRef free = wanted;
    for (int i = 2; catalog.table(free).isPresent(); i++) {
      free = wanted.datasetRef().table(wanted.table() + "_" + i);
    }
    return free;
  }
}
