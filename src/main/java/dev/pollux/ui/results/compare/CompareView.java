package dev.pollux.ui.results.compare;

import atlantafx.base.controls.Spacer;
import dev.pollux.results.compare.Agreement;
import dev.pollux.results.compare.Comparison;
import dev.pollux.results.compare.RowPair;
import dev.pollux.text.Words;
import dev.pollux.ui.export.FormatMenu;
import dev.pollux.ui.kit.NameConverter;
import dev.pollux.ui.kit.StatePane;
import dev.pollux.ui.kit.SteadyWidth;
import dev.pollux.ui.kit.TabBar;
import dev.pollux.ui.kit.View;
import dev.pollux.ui.kit.grid.DataGrid;
import dev.pollux.ui.kit.grid.DetailSplit;
import dev.pollux.ui.kit.grid.rows.GridCell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The two runs, how far they agree in each column, and their rows side by side.
final class CompareView extends View<StackPane> {
  private final CompareModel model;
  private final CompareController controller;
  private final Words words;
  private final ComboBox<Integer> column = new ComboBox<>();
  private final TabBar<Boolean> which = new TabBar<>(false, "results-segment");
  private final CompareHead head;
  private final Label left = new Label();
  private final AgreementCards cards;
  private final DataGrid grid;
  private final PairPane row;
  private final StatePane state;

  CompareView(CompareModel model, CompareController controller, Words words) {
    super(new StackPane());
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.head = new CompareHead(model, controller, words);
    this.cards = new AgreementCards(words);
    this.row = new PairPane(words);
    this.grid = new DataGrid("compare-grid", words, controller::offThread);
    whole(head.node());
    whole(cards.node());
    Label range = new Label();
    range.setId("compare-range");
    range.getStyleClass().add("caption");
    range.textProperty().bind(grid.range());
    left.setId("compare-left");
    left.getStyleClass().add("caption");
    Label written = new Label();
    written.setId("compare-written");
    written.getStyleClass().add("caption");
    written.textProperty().bind(model.written());
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(model.written());
    written.setTooltip(whole);
    HBox foot = new HBox(12, range, new Spacer(), written, left);
    foot.getStyleClass().addAll("results-foot", "line-top");
    whole(foot);
    DetailSplit split = new DetailSplit("compare-details-split", grid, row.node(), 0.6);
    row.onClose(split::close);
    VBox content = new VBox(cards.node(), choice(), split.node(), foot);
    VBox.setVgrow(split.node(), Priority.ALWAYS);
    this.state = new StatePane(content, words);
    VBox all = new VBox(head.node(), state.node());
    VBox.setVgrow(state.node(), Priority.ALWAYS);
    root().getChildren().add(all);
  }

  private Node choice() {
    which.add(false, "compare-all", "").getStyleClass().add("segment-first");
    which.add(true, "compare-different", "");
    which.chosen().subscribe(controller::onOnlyDifferent);
    column.setId("compare-column");
    column.setAccessibleText(words.get("compare.in"));
    SteadyWidth.names(column, 240);
    column.setOnAction(_ -> {
      if (column.getValue() != null) {
        controller.onColumn(column.getValue());
      }
    });
    column.disableProperty().bind(which.chosen().isNotEqualTo(true));
    FormatMenu export =
        new FormatMenu(
            "compare-export", words, () -> words.get("compare.file"), controller::onExport);
    HBox line =
        new HBox(
            8,
            which.node(),
            new Label(words.get("compare.in")),
            column,
            new Spacer(),
            export.node());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("summary-line");
    return line;
  }

  /// A column that is short of height takes it from all of its parts alike, not from the grid
  /// alone, which is the one that can be read in less.
  private static void whole(Region part) {
    part.setMinHeight(Region.USE_PREF_SIZE);
  }

  @Override
  protected void attach() {
    onDetach(model.others().subscribe(head::offer)::unsubscribe);
    onDetach(model.shown().subscribe(this::show)::unsubscribe);
    onDetach(
        model
                .onlyDifferent()
                .subscribe(only -> {
                  which.choose(only);
                  rows();
                })
            ::unsubscribe);
    onDetach(
        model
                .column()
                .subscribe(at -> {
                  if (!column.getItems().isEmpty()) {
                    column.setValue(at.intValue());
                  }
                  rows();
                })
            ::unsubscribe);
    onDetach(grid.selected().subscribe(this::row)::unsubscribe);
  }

  private void show(CompareModel.Shown shown) {
    head.show(shown);
    switch (shown) {
      case CompareModel.Shown.NotYet _ -> empty("compare.not-yet");
      case CompareModel.Shown.NotOurs _ -> empty("compare.not-ours");
      case CompareModel.Shown.Alone _ -> empty("compare.alone");
      case CompareModel.Shown.Choose _ -> empty("compare.choose-one");
      case CompareModel.Shown.Comparing _ -> empty("compare.comparing");
      case CompareModel.Shown.NoAnswers(String title) ->
          state.empty(words.get("compare.no-answers", title), "", () -> {});
      case CompareModel.Shown.Failed(var why) ->
          state.empty(why.what() + " " + why.why() + " " + why.next(), "", () -> {});
      case CompareModel.Shown.Done done -> {
        fill(done);
        state.content();
      }
    }
  }

  private void empty(String key) {
    state.empty(words.get(key), "", () -> {});
  }

  private void fill(CompareModel.Shown.Done done) {
    Comparison both = done.both();
    cards.show(both);
    which.button(false).setText(words.get("compare.all", both.pairs().size()));
    which.choose(model.onlyDifferent().get());
    column.setConverter(new NameConverter<>(at -> columnName(both, at)));
    column
        .getItems()
        .setAll(Stream.iterate(-1, i -> i < both.agreements().size(), i -> i + 1).toList());
    column.setValue(model.column().get());
    left.setText(left(both));
    rows();
  }

  private String columnName(Comparison both, int at) {
    if (at < 0) {
      return words.get("compare.any");
    }
    Agreement one = both.agreements().get(at);
    return one.name().isEmpty() ? words.get("results.column.answer") : one.name();
  }

  /// What was not compared.
  private String left(Comparison both) {
    return Stream.of(
            both.oneIn() > 1 ? words.get("compare.sample", both.oneIn()) : "",
            both.onlyFirst() > 0 ? words.get("compare.only-first", both.onlyFirst()) : "",
            both.onlySecond() > 0 ? words.get("compare.only-second", both.onlySecond()) : "",
            both.alike() > 0 ? words.get("compare.alike", both.alike()) : "")
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private void row(Optional<GridCell> cell) {
    if (model.shown().get() instanceof CompareModel.Shown.Done done) {
      List<RowPair> pairs = model.pairs();
      row.show(
          cell.filter(at -> at.index() < pairs.size())
              .map(at -> pairs.get(Math.toIntExact(at.index()))),
          done.both().columns());
    }
  }

  private void rows() {
    if (model.shown().get() instanceof CompareModel.Shown.Done done) {
      which
          .button(true)
          .setText(
              words.get(
                  "compare.different", CompareModel.different(done.both(), model.column().get())));
      ComparedRows rows = controller.rows(done);
      grid.show(
          new ComparedGridColumns(words).of(rows.output(), done.both().columns()),
          (start, count, arrived, failed) -> controller.load(rows, start, count, arrived, failed),
          rows.pairs().size(),
          controller::onRowsFailed);
    }
  }
}
