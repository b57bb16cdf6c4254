package dev.pollux.ui.results;

import atlantafx.base.controls.Spacer;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.rows.RowView;
import dev.pollux.results.RowSet;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.ColumnChooser;
import dev.pollux.ui.kit.grid.DataGrid;
import dev.pollux.ui.kit.grid.DetailSplit;
import dev.pollux.ui.kit.grid.RowJump;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.RowSource;
import dev.pollux.ui.sorting.RowSorting;
import dev.pollux.ui.sorting.SortingBar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The rows of the output, and the selected one in full beside them.
final class OutputPane {
  private final ResultsController controller;
  private final Words words;
  private final DataGrid grid;
  private final RowPane value;
  private final SortingBar sorting;
  private final RowSorting rowSorting;
  private final BorderPane root;
  private Optional<TableInfo> table = Optional.empty();

  OutputPane(ResultsController controller, RowSorting rowSorting, Words words) {
    this.controller = controller;
    this.rowSorting = rowSorting;
    this.words = words;
    this.grid = new DataGrid("results-grid", words, controller::offThread);
    this.sorting = new SortingBar("results-sorting", grid, rowSorting, words);
    TableSchema none = new TableSchema(List.of());
    this.value =
        new RowPane(
            words, new OutcomeWords(words, none), none, controller::offThread, grid::shownColumns);
    grid.selected().subscribe(value::show);
    DetailSplit split = new DetailSplit("results-details-split", grid, value.node(), 0.64);
    value.onClose(split::close);
    Button answers =
        new Button(words.get("results.jump"), new FontIcon(MaterialDesignA.ARROW_RIGHT));
    answers.setId("results-jump");
    answers.getStyleClass().addAll("flat", "small");
    answers.setTooltip(new Tooltip(words.get("kit.grid.answers")));
    answers.setOnAction(_ -> grid.showAnswers());
    ColumnChooser columns = new ColumnChooser("results-columns", grid, words);
    RowJump goTo = new RowJump("results-goto", "results-range", grid, words);
    HBox foot = new HBox(12, goTo.node(), new Spacer(), answers, columns.node());
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().addAll("results-foot", "line-top");
    // In the order of reading, which is that of the Tab key.
    root = new BorderPane();
    root.setTop(sorting.node());
    root.setCenter(split.node());
    root.setBottom(new VBox(sorting.sentence(), foot));
  }

  Node node() {
    return root;
  }

  boolean hasRows() {
    return grid.size().get() > 0;
  }

  void focus() {
    grid.focus();
  }

  void find() {
    grid.find();
  }

  /// Where a person was among the same rows in another pane, they are in this one.
  void goOnFrom(OutputPane before) {
    grid.comeTo(before.grid.seen());
  }

  /// Brings a row of the table into view, whatever was shown of it.
  void goTo(long row) {
    rowSorting.see(RowView.AS_STORED);
    grid.goTo(row);
  }

  /// The columns that are not hidden, from left to right.
  List<GridColumn> shownColumns() {
    return grid.shownColumns();
  }

  /// @param chosen the rows of it to be shown; empty for all
  void show(ResultsModel.Shown.Output output, Optional<RowSet> chosen) {
    TableInfo info = output.table();
    table = Optional.of(info);
    OutcomeWords outcomes = new OutcomeWords(words, info.schema());
    value.use(outcomes, info.schema());
    OutputColumns columns = new OutputColumns(words, outcomes);
    controller.onRowsShown(
        info,
        columns.sorted(info.schema(), output.answers()),
        new AnswerMaking(info.schema(), output.answers(), outcomes.ending()));
    rowSorting.among(chosen.map(OutputPane::places));
    sorting.open(
        columns.of(info.schema(), output.answers()),
        new Source(info, chosen),
        total(info, chosen),
        problem -> controller.onRowsFailed(info, problem));
  }

  /// Shows other rows of the same output.
  void only(Optional<RowSet> chosen) {
    table.ifPresent(info -> {
      rowSorting.among(chosen.map(OutputPane::places));
      sorting.restore(new Source(info, chosen), total(info, chosen));
    });
  }

  private static IntPredicate places(RowSet chosen) {
    return chosen::has;
  }

  private static long total(TableInfo info, Optional<RowSet> chosen) {
    return chosen.map(RowSet::size).orElse(Math.max(0, info.rows()));
  }

  private final class Source implements RowSource {
    private final TableInfo info;
    private final Optional<RowSet> chosen;

    Source(TableInfo info, Optional<RowSet> chosen) {
      this.info = info;
      this.chosen = chosen;
    }

    @Override
    public Runnable load(
        long start, int count, Consumer<List<Row>> arrived, Consumer<Exception> failed) {
      return controller.rows().load(info, chosen, start, count, arrived, failed);
    }

    @Override
    public long number(long index) {
      return chosen.map(rows -> rows.at(index)).orElse(index);
    }

    @Override
    public OptionalLong place(long number) {
      return chosen.map(rows -> placeAmong(rows, number)).orElse(OptionalLong.of(number));
    }

    private static OptionalLong placeAmong(RowSet rows, long number) {
      return LongStream.range(
              0, number <= Integer.MAX_VALUE && rows.has((int) number) ? rows.size() : 0)
          .filter(place -> rows.at(place) == number)
          .findFirst();
    }
  }
}
