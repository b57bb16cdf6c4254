package dev.pollux.ui.results;

import dev.pollux.cost.QueryPrice;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.results.Accounting;
import dev.pollux.results.RowSet;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.StatePane;
import dev.pollux.ui.kit.TabBar;
import dev.pollux.ui.kit.View;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.retry.RetryFlow;
import dev.pollux.ui.sorting.RowSorting;
import dev.pollux.ui.sorting.SeenRows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The header with the accounts, and below it the answers or the errors.
final class ResultsView extends View<StackPane> {
  private enum Face {
    ANSWERS,
    SUMMARY,
    ERRORS,
    COMPARE
  }

  /// The pages that have a trio of their own.
  record Pages(Node summary, Node compare) {}

  private final ResultsModel model;
  private final ResultsController controller;
  private final Words words;
  private final TabBar<Face> tabs = TabBar.underlined(Face.ANSWERS);
  private final BorderPane content = new BorderPane();
  private final OutcomeFilter filter;
  private final OutputPane output;
  private final ErrorsPane errors;
  private final ReturnPane back;
  private final ResultsHead head;
  private final Pages pages;
  private final ObservableValue<Optional<RetryFlow.Phase>> retrying;
  private final RowSorting sorting;
  private final StatePane state;
  private Optional<Face> page = Optional.empty();

  ResultsView(
      ResultsModel model,
      ResultsController controller,
      ReturnFlow back,
      Pages pages,
      RowSorting sorting,
      Words words,
      boolean simulated) {
    super(new StackPane());
    this.model = model;
    this.controller = controller;
    this.pages = pages;
    this.sorting = sorting;
    this.words = words;
    this.output = new OutputPane(controller, sorting, words);
    this.filter = new OutcomeFilter(words, controller::onShowOnly);
    this.errors = new ErrorsPane(words, this::showRow, controller.retry()::onRetry);
    this.back = new ReturnPane(back, controller::onShowTable, words);
    this.retrying = controller.retry().retrying();
    this.head = new ResultsHead(model, controller, this.back.node(), words, simulated);
    this.state = new StatePane(content, words);
    tabs.add(Face.ANSWERS, "results-tab-answers", words.get("results.tab.answers"));
    tabs.add(Face.SUMMARY, "results-tab-summary", words.get("results.tab.summary"));
    tabs.add(Face.ERRORS, "results-tab-errors", "");
    tabs.add(Face.COMPARE, "results-tab-compare", words.get("compare.tab"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    filter.node().visibleProperty().bind(tabs.chosen().isEqualTo(Face.ANSWERS));
    filter.node().managedProperty().bind(filter.node().visibleProperty());
    HBox bar = new HBox(tabs.node(), space, filter.node());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("results-tabs", "line-bottom");
    content.setTop(new VBox(head.node(), bar));
    tabs.chosen().subscribe(this::turn);
    content.getStyleClass().add("pane");
    root().getChildren().add(state.node());
  }

  /// The page that was in front in another view is so in this one, as soon as there is one.
  void goOnFrom(ResultsView before) {
    page = Optional.of(before.tabs.chosen().get());
    output.goOnFrom(before.output);
  }

  private void turn(Face face) {
    content.setCenter(
        switch (face) {
          case ANSWERS -> output.node();
          case SUMMARY -> pages.summary();
          case ERRORS -> errors.node();
          case COMPARE -> pages.compare();
        });
  }

  @Override
  protected void attach() {
    onDetach(model.shown().subscribe(this::show)::unsubscribe);
    onDetach(model.counting().subscribe(this::count)::unsubscribe);
    onDetach(retrying.subscribe(head::retrying)::unsubscribe);
    onDetach(model.only().subscribe(this::only)::unsubscribe);
    onDetach(model.picked().subscribe(this::picked)::unsubscribe);
    onDetach(model.returning().subscribe(back::show)::unsubscribe);
    onDetach(model.exporting().subscribe(head::export)::unsubscribe);
    onDetach(sorting.seen().subscribe(_ -> head.rows(rows()))::unsubscribe);
  }

  private void only(Optional<OutcomeKind> kind) {
    filter.choose(kind);
    output.only(model.chosen());
    head.rows(rows());
  }

  private void picked(Optional<ResultsModel.ChosenRows> some) {
    head.pick(some);
    output.only(model.chosen());
    head.rows(rows());
  }

  /// How many rows are shown, where those are not all of them.
  private OptionalLong rows() {
    return switch (sorting.seen().get()) {
      case SeenRows.Here here when here.rows().size() < here.of() ->
          OptionalLong.of(here.rows().size());
      case SeenRows.ByQuery found -> OptionalLong.of(found.rows().size());
      case SeenRows.Here _,
          SeenRows.AsStored _,
          SeenRows.Reading _,
          SeenRows.Pricing _,
          SeenRows.Offered _,
          SeenRows.Querying _,
          SeenRows.Refused _,
          SeenRows.Failed _ ->
          model.chosen().stream().mapToLong(RowSet::size).findFirst();
    };
  }

  /// The columns of the rows that are not hidden, from left to right.
  List<GridColumn> shownColumns() {
    return output.shownColumns();
  }

  void focus() {
    if (state.focus()) {
      return;
    }
    if (model.shown().get() instanceof ResultsModel.Shown.Output
        && tabs.chosen().get() == Face.ANSWERS
        && output.hasRows()) {
      output.focus();
    } else {
      Screen.focusOn(tabs.button(tabs.chosen().get()));
    }
  }

  /// Opens the bar in which one finds things in the answers.
  void find() {
    if (model.shown().get() instanceof ResultsModel.Shown.Output) {
      tabs.choose(Face.ANSWERS);
      output.find();
    }
  }

  void showRow(long row) {
    controller.onShowAll();
    showAnswers();
    output.goTo(row);
  }

  /// Turns to the rows.
  void showAnswers() {
    tabs.choose(Face.ANSWERS);
  }

  private void show(ResultsModel.Shown shown) {
    switch (shown) {
      case ResultsModel.Shown.Nothing _ ->
          state.empty(
              words.get("results.nothing"), words.get("results.jobs"), controller::onShowJobs);
      case ResultsModel.Shown.Loading _ -> {
        tabs.choose(Face.ANSWERS);
        state.loading();
      }
      case ResultsModel.Shown.TooEarly early ->
          state.empty(
              words.get("results.too-early", early.job().displayName()),
              words.get("results.job"),
              controller::onShowJobs);
      case ResultsModel.Shown.NoOutput none ->
          state.empty(
              words.get("results.no-output", none.job().displayName(), destination(none.job())),
              words.get("results.job"),
              controller::onShowJobs);
      case ResultsModel.Shown.ToMake make ->
          state.empty(
              words.get(
                  "results.to-make",
                  make.job().displayName(),
                  make.bytes() / 1e9,
                  Money.usd(words, QueryPrice.dollars(make.bytes()))),
              words.get("results.to-make.do"),
              controller::onMake);
      case ResultsModel.Shown.Failed failed -> state.failed(failed.why(), controller::onRefresh);
      case ResultsModel.Shown.Output found -> {
        head.show(found);
        output.show(found, model.chosen());
        state.content();
        page.ifPresent(tabs::choose);
        page = Optional.empty();
      }
    }
  }

  private static String destination(BatchJob job) {
    return job.destinationTable().map(t -> t.shortName()).orElse(job.destination());
  }

  private void count(ResultsModel.Counting counting) {
    Labeled errorsTab = tabs.button(Face.ERRORS);
    errorsTab.setText(words.get("results.tab.errors"));
    errors.show(counting, model.ended(), model.retryable().isPresent());
    head.count(counting);
    if (counting instanceof ResultsModel.Counting.Done(Accounting all, var _)) {
      filter.counted(all);
      errorsTab.setText(words.get("results.tab.error-kinds", all.errors().size()));
    } else {
      filter.uncounted();
    }
  }
}
