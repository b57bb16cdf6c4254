package dev.pollux.ui.results;

import dev.pollux.background.Background;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Row;
import dev.pollux.results.RowSet;
import dev.pollux.results.RowsInMemory;
import dev.pollux.results.RowsOfSet;
import dev.pollux.ui.sorting.RowSorting;
import dev.pollux.ui.sorting.SeenRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The rows of an output, as the grid and an export read them.
final class OutputRows {
  private final Rows stored;
  private final Background background;
  private final ResultsModel model;
  private final RowSorting sorting;

  OutputRows(Rows stored, Background background, ResultsModel model, RowSorting sorting) {
    this.stored = stored;
    this.background = background;
    this.model = model;
    this.sorting = sorting;
  }

  /// The rows that a person sees, in their order.
  Rows seen(TableInfo table) {
    return switch (sorting.seen().get()) {
      case SeenRows.Here here -> new RowsInMemory(here.rows());
      case SeenRows.ByQuery found -> new RowsInMemory(found.rows());
      case SeenRows.AsStored _,
          SeenRows.Reading _,
          SeenRows.Pricing _,
          SeenRows.Offered _,
          SeenRows.Querying _,
          SeenRows.Refused _,
          SeenRows.Failed _ ->
          model
              .picked()
              .get()
              .<Rows>map(some -> new RowsOfSet(stored, table, some.rows()))
              .orElse(stored);
    };
  }

  /// Loads rows of the output, or of those chosen, as a grid asks for them.
  Runnable load(
      TableInfo info,
      Optional<RowSet> chosen,
      long start,
      int count,
      Consumer<List<Row>> arrived,
      Consumer<Exception> failed) {
    return background
            .task(_ -> rows(info, chosen, start, count))
            .onSuccess(arrived)
            .onFailure(failed)
            .start()
        ::cancel;
  }

  private List<Row> rows(TableInfo info, Optional<RowSet> chosen, long start, int count)
      throws CloudException {
    return chosen
        .<Rows>map(some -> new RowsOfSet(stored, info, some))
        .orElse(stored)
        .page(info.ref(), info.schema(), start, count)
        .rows();
  }
}
