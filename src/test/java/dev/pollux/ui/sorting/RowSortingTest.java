package dev.pollux.ui.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries.DryRun;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.rows.MadeColumns;
import dev.pollux.prompt.rows.RowChoice.Condition;
import dev.pollux.prompt.rows.RowChoice.Operator;
import dev.pollux.prompt.rows.RowView;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.ManualBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows that a person asks to see, while answers are late, refused, or wanted no more.
class RowSortingTest {
  private static final Field WORD = Field.of("word", FieldType.STRING);
  private static final RowView UP = by("word", false);
  private static final RowView DOWN = by("word", true);
  private final FakeCloud cloud = new FakeCloud();
  private final ManualBackground background = new ManualBackground();
  private final RowSorting sorting = new RowSorting(cloud, background, new Words(Locale.ENGLISH));

  private static RowView by(String column, boolean descending) {
    return new RowView(List.of(), List.of(new RowView.Order(column, descending)));
  }

  @BeforeEach
  void tables() {
    cloud
        .catalog
        .dataset("d", Location.US_CENTRAL1)
        .table("d", "small", 3, WORD)
        .table("d", "large", RowSorting.MOST_ROWS + 1, WORD);
    cloud.rows.tables.put(
        ref("small"),
        Stream.of("pear", "fig", "apple")
            .map(it -> new Row(List.of(new Value.Scalar(it))))
            .toList());
    cloud.queries.dryRun = new DryRun(12_000_000, new TableSchema(List.of()));
    cloud.queries.result =
        new QueryResult(
            new TableSchema(List.of(WORD)),
            List.of(new Row(List.of(new Value.Scalar("ant"), new Value.Scalar("77")))));
  }

  private static TableRef ref(String name) {
    return new TableRef(FakeCloud.PROJECT, "d", name);
  }

  private void open(String name, boolean queried) {
    TableInfo table = Objects.requireNonNull(cloud.catalog.tables.get(ref(name)));
    sorting.of(new RowSorting.Subject(table, List.of(GridColumn.at(WORD, 0)), true, queried));
  }

  private List<Integer> numbers() {
    return sorting.seen().get() instanceof SeenRows.Here here ? here.numbers() : List.of();
  }

  @Test
  void aSmallTableIsReadOnceAndCostsNothing() {
    open("small", true);
    sorting.see(UP);
    assertThat(sorting.seen().get()).isEqualTo(new SeenRows.Reading(UP));
    assertThat(background.running())
        .containsExactly("Reading the rows of d.small that were asked for");
    background.settle();
    assertThat(numbers()).containsExactly(2, 1, 0);
    sorting.see(DOWN.with(new Condition("word", Operator.CONTAINS, "P")));
    background.settle();
    assertThat(numbers()).containsExactly(0, 2);
    sorting.among(Optional.of(place -> place > 0));
    background.settle();
    assertThat(numbers()).containsExactly(2);
    sorting.see(RowView.AS_STORED);
    assertThat(sorting.seen().get()).isEqualTo(new SeenRows.AsStored());
    assertThat(cloud.rows.asked).hasSize(1);
    assertThat(cloud.queries.calls).isZero();
  }

  @Test
  void aLargeTableIsAskedByAQueryThatSaysItsPriceFirst() {
    open("large", true);
    sorting.see(DOWN);
    assertThat(sorting.seen().get()).isEqualTo(new SeenRows.Pricing(DOWN));
    background.settle();
    assertThat(sorting.seen().get()).isInstanceOf(SeenRows.Offered.class);
    assertThat(cloud.queries.calls).isZero();
    sorting.buy();
    sorting.buy();
    background.settle();
    assertThat(sorting.seen().get())
        .isInstanceOfSatisfying(
            SeenRows.ByQuery.class,
            found -> {
              assertThat(found.rows()).containsExactly(new Row(List.of(new Value.Scalar("ant"))));
              assertThat(found.total()).isEqualTo(77);
              assertThat(found.sql().query().sql()).contains("ORDER BY `word` DESC");
            });
    assertThat(cloud.queries.ceilings.values()).containsExactly(13_200_000L);
    assertThat(cloud.rows.asked).isEmpty();
  }

  @Test
  void whatCannotBeSortedSaysWhy() {
    open("large", false);
    sorting.see(UP);
    assertThat(sorting.seen().get())
        .isInstanceOfSatisfying(
            SeenRows.Refused.class, refused -> assertThat(refused.why()).contains("200,000"));
    cloud.rows.failure = Optional.of(new CloudException.Unavailable("gone", "", null));
    open("small", true);
    sorting.see(UP);
    background.settle();
    assertThat(sorting.seen().get())
        .isInstanceOfSatisfying(
            SeenRows.Failed.class,
            failed ->
                assertThat(failed.why().what())
                    .isEqualTo("The rows of d.small could not be sorted or filtered."));
  }

  @Test
  void whoStopsItSeesWhatWasThere() {
    open("small", true);
    sorting.see(UP);
    background.workAll();
    sorting.stop();
    background.settle();
    assertThat(sorting.seen().get()).isEqualTo(new SeenRows.AsStored());

    open("large", true);
    sorting.see(UP);
    background.settle();
    sorting.buy();
    background.workAll();
    background.stop("Reading the rows of d.large that were asked for");
    background.settle();
    assertThat(sorting.seen().get())
        .isInstanceOfSatisfying(
            SeenRows.Offered.class, offered -> assertThat(offered.stopped()).isTrue());
  }

  /// A column that the table does not have: a query makes it, where it knows how.
  @Test
  void aColumnThatIsMadeOfOthersIsAskedByAQueryToo() {
    GridColumn made =
        new GridColumn(Field.of("answer.a b", FieldType.INT64), row -> row.values().getFirst(), "");
    TableInfo table = Objects.requireNonNull(cloud.catalog.tables.get(ref("large")));
    RowView view =
        by("answer.a b", true)
            .with(new Condition("answer.a b", Operator.AT_LEAST, "4"))
            .with(new Condition("word", Operator.CONTAINS, "n"));
    sorting.of(
        new RowSorting.Subject(
            table,
            List.of(GridColumn.at(WORD, 0), made),
            true,
            true,
            columns ->
                Optional.of(
                    new MadeColumns(
                        List.of(Field.of(columns.getOrDefault("answer.a b", ""), FieldType.INT64)),
                        rows -> "SELECT *, LENGTH(word) AS pollux_made_0 FROM (" + rows + ")"))));
    sorting.see(view);
    background.settle();
    sorting.buy();
    background.workAll();
    sorting.stop();
    background.settle();
    assertThat(sorting.seen().get())
        .as("the answer was late")
        .isInstanceOfSatisfying(
            SeenRows.Offered.class, offered -> assertThat(offered.stopped()).isTrue());
    sorting.buy();
    background.settle();
    assertThat(sorting.seen().get())
        .isInstanceOfSatisfying(
            SeenRows.ByQuery.class,
            found -> {
              assertThat(found.view()).isEqualTo(view);
              assertThat(found.sql().query().sql())
                  .contains("WHERE STRPOS(LOWER(`word`)")
                  .contains(")\nWHERE `pollux_made_0` >= CAST(@value3 AS INT64)")
                  .endsWith("ORDER BY `pollux_made_0` DESC\nLIMIT 1000");
            });

    sorting.of(
        new RowSorting.Subject(
            table, List.of(GridColumn.at(WORD, 0), made), true, true, _ -> Optional.empty()));
    sorting.see(view);
    assertThat(sorting.seen().get())
        .isInstanceOfSatisfying(
            SeenRows.Refused.class, refused -> assertThat(refused.why()).contains("answer.a b"));
  }

  @Test
  void rowsThatAreLateAreNotShownUnderAnotherTable() {
    open("small", true);
    sorting.see(UP);
    background.workAll();
    open("large", true);
    background.settle();
    assertThat(sorting.seen().get()).isEqualTo(new SeenRows.AsStored());
  }
}
