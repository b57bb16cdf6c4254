package dev.pollux.ui.sorting;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.background.Progress;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.RowPages;
import dev.pollux.domain.table.PartitionColumn;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.rows.MadeColumns;
import dev.pollux.prompt.rows.PartitionFilter;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowView;
import dev.pollux.prompt.rows.ViewSql;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Finds the rows that a person asks to see, in their order. A table of a bounded size is read
/// whole once, free of charge; a larger one, or one whose rows cannot be listed, is asked by a
/// query: what that would read is said first, and it runs when the person says so, for no more than
/// they were told.
public final class RowSorting {
  /// Rows that are kept in memory at most.
  static final long MOST_ROWS = 200_000;

  /// Bytes of a table, as BigQuery counts them, that are read at most.
  static final long MOST_BYTES = 64L << 20;

  private final Cloud cloud;
  private final Background background;
  private final Words words;
  private final FailureWords failures;
  private final ReadOnlyObjectWrapper<SeenRows> seen =
      new ReadOnlyObjectWrapper<>(new SeenRows.AsStored());
  private final LatestOnly latest = new LatestOnly();
  private Optional<Subject> subject = Optional.empty();
  private Optional<List<Row>> read = Optional.empty();
  private Optional<IntPredicate> among = Optional.empty();
  private Optional<Expected> expected = Optional.empty();

  /// How a table was looked at, in another language.
  private record Expected(TableRef table, RowView view) {}

  /// What is sorted.
  ///
  /// @param listed whether the rows can be read free of charge
  /// @param queried whether a query may be offered
  /// @param making how a query makes columns that the table does not have
  public record Subject(
      TableInfo table, List<GridColumn> columns, boolean listed, boolean queried, Making making) {
    /// Of a table whose columns are its own.
    public Subject(TableInfo table, List<GridColumn> columns, boolean listed, boolean queried) {
      this(table, columns, listed, queried, _ -> Optional.empty());
    }

    public Subject {
      columns = List.copyOf(columns);
    }

    private SortedColumns sorted() {
      return new SortedColumns(columns);
    }

    private boolean isSmall() {
      return listed
          && table.rows() >= 0
          && table.rows() <= MOST_ROWS
          && table.bytes() <= MOST_BYTES;
    }
  }

  /// Makes columns by a query that are made of others in a grid.
  @FunctionalInterface
  public interface Making {
    /// @param columns the names that they have in the query, by those in the grid
    /// @return empty where a query cannot say them
    Optional<MadeColumns> of(Map<String, String> columns);
  }

  public RowSorting(Cloud cloud, Background background, Words words) {
    this.cloud = cloud;
    this.background = background;
    this.words = words;
    this.failures = new FailureWords(words);
  }

  public ReadOnlyObjectProperty<SeenRows> seen() {
    return seen.getReadOnlyProperty();
  }

  /// Looks at a table as another one did, as soon as it is shown.
  public void goOnFrom(RowSorting before) {
    expected =
        before
            .subject
            .filter(_ -> !before.seen.get().view().isAsStored())
            .map(it -> new Expected(it.table().ref(), before.seen.get().view()));
  }

  /// The rows of the table are in the grid, as it has them.
  void shown() {
    subject
        .flatMap(it -> expected.filter(wanted -> wanted.table().equals(it.table().ref())))
        .ifPresent(wanted -> look(wanted.view()));
  }

  /// Another table is shown, as it is.
  public void of(Subject other) {
    forget();
    subject = Optional.of(other);
  }

  /// Whether that table is the one whose rows are looked at.
  public boolean isOf(TableInfo table) {
    return subject.filter(it -> it.table().equals(table)).isPresent();
  }

  /// No table is shown.
  public void forget() {
    latest.cancel();
    subject = Optional.empty();
    read = Optional.empty();
    among = Optional.empty();
    seen.set(new SeenRows.AsStored());
  }

  /// Looks at some rows of the table only, by their places in it; at all of them when it is empty.
  public void among(Optional<IntPredicate> some) {
    if (some.isEmpty() && among.isEmpty()) {
      return;
    }
    among = some;
    if (!seen.get().view().isAsStored()) {
      look(seen.get().view());
    }
  }

  /// Whether the condition can be asked of its column.
  boolean fits(RowChoice.Condition condition) {
    return subject.filter(it -> it.sorted().fits(condition)).isPresent();
  }

  /// A person asks for rows.
  public void see(RowView view) {
    expected = Optional.empty();
    look(view);
  }

  private void look(RowView view) {
    latest.cancel();
    if (subject.isEmpty() || view.isAsStored()) {
      seen.set(new SeenRows.AsStored());
    } else if (subject.get().isSmall()) {
      here(subject.get(), view);
    } else if (subject.get().queried() && among.isPresent()) {
      seen.set(new SeenRows.Refused(view, words.get("sorting.some-of-many")));
    } else if (subject.get().queried()) {
      offer(subject.get(), view);
    } else {
      seen.set(new SeenRows.Refused(view, words.get("sorting.too-many", MOST_ROWS)));
    }
  }

  private void here(Subject of, RowView view) {
    if (read.isPresent()) {
      arrange(of, view, read.get());
      return;
    }
    seen.set(new SeenRows.Reading(view));
    latest.start(
        background
            .<List<Row>>named(
                words.get("sorting.task", of.table().ref().shortName()),
                progress -> all(of.table(), progress))
            .onCancelled(() -> seen.set(new SeenRows.AsStored()))
            .onSuccess(rows -> {
              read = Optional.of(rows);
              arrange(of, view, rows);
            })
            .onFailure(e -> failed(of.table(), view, e)));
  }

  private List<Row> all(TableInfo table, Progress progress)
      throws CloudException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    new RowPages(cloud.rows())
        .read(
            table,
            table.schema().fields(),
            Page::rows,
            page -> {
              rows.addAll(page);
              progress.update(rows.size(), table.rows());
            });
    return rows;
  }

  private void arrange(Subject of, RowView view, List<Row> rows) {
    IntPredicate looked = among.orElse(_ -> true);
    latest.start(
        background
            .task(_ -> arranged(of, view, rows, looked))
            .onSuccess(seen::set)
            .onFailure(e -> failed(of.table(), view, e)));
  }

  private static SeenRows arranged(Subject of, RowView view, List<Row> rows, IntPredicate looked) {
    List<Integer> places = of.sorted().places(rows, view, looked);
    return new SeenRows.Here(view, places.stream().map(rows::get).toList(), places, rows.size());
  }

  private void offer(Subject of, RowView view) {
    TableInfo table = of.table();
    List<GridColumn> others = of.sorted().notOf(table.conditionColumns(), view);
    Map<String, String> names = names(others);
    Optional<MadeColumns> made =
        others.isEmpty() ? Optional.of(MadeColumns.NONE) : of.making().of(names);
    if (made.isEmpty()) {
      seen.set(
          new SeenRows.Refused(
              view, words.get("sorting.made-of-answers", others.getFirst().label(), MOST_ROWS)));
      return;
    }
    Optional<ViewSql> sql =
        ViewSql.of(
            table, SortedColumns.named(view, name -> names.getOrDefault(name, name)), made.get());
    if (sql.isEmpty()) {
      seen.set(
          new SeenRows.Refused(
              view,
              PartitionFilter.required(table)
                  .map(PartitionColumn::name)
                  .map(column -> words.get("sorting.needs-filter", column))
                  .orElseGet(() -> words.get("sorting.no-column"))));
      return;
    }
    seen.set(new SeenRows.Pricing(view));
    latest.start(
        background
            .task(_ -> cloud.queries().dryRun(sql.get().query()))
            .onSuccess(price -> seen.set(new SeenRows.Offered(view, sql.get(), price, false)))
            .onFailure(e -> failed(table, view, e)));
  }

  private static Map<String, String> names(List<GridColumn> columns) {
    return IntStream.range(0, columns.size())
        .boxed()
        .collect(Collectors.toMap(i -> columns.get(i).field().name(), i -> "pollux_made_" + i));
  }

  /// The person agreed to the price.
  public void buy() {
    if (!(seen.get() instanceof SeenRows.Offered(RowView view, ViewSql sql, var price, var _))
        || subject.isEmpty()) {
      return;
    }
    TableInfo table = subject.get().table();
    String id = "pollux_view_" + UUID.randomUUID().toString().replace('-', '_');
    seen.set(new SeenRows.Querying(view, sql, price));
    latest.start(
        background
            .named(
                words.get("sorting.task", table.ref().shortName()),
                _ -> cloud.queries().run(sql.query(), id, price.ceiling()).rows())
            .onCancelled(() -> seen.set(new SeenRows.Offered(view, sql, price, true)))
            .onSuccess(answer ->
                seen.set(
                    new SeenRows.ByQuery(view, sql, price, sql.rows(answer), sql.total(answer))))
            .onFailure(e -> failed(table, view, e)));
  }

  /// The person waits no more.
  public void stop() {
    latest.cancel();
    switch (seen.get()) {
      case SeenRows.Reading _, SeenRows.Pricing _ -> seen.set(new SeenRows.AsStored());
      case SeenRows.Querying(RowView view, ViewSql sql, var price) ->
          seen.set(new SeenRows.Offered(view, sql, price, true));
      case SeenRows.AsStored _,
          SeenRows.Here _,
          SeenRows.Offered _,
          SeenRows.ByQuery _,
          SeenRows.Refused _,
          SeenRows.Failed _ -> {}
    }
  }

  private void failed(TableInfo table, RowView view, Exception problem) {
    seen.set(
        new SeenRows.Failed(
            view, failures.explain(words.get("sorting.failed", table.ref().shortName()), problem)));
  }
}
