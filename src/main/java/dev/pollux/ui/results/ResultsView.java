package dev.pollux.ui.results;

import dev.pollux.cost.QueryPrice;
import dev.pollux.domain.BatchJob;
import dev.pollux.results.Accounting;
import dev.pollux.results.OutcomeKind;
import dev.pollux.run.Bills;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.StatePane;
import dev.pollux.ui.kit.TabBar;
import dev.pollux.ui.kit.View;
import dev.pollux.ui.results.export.ExportMenu;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
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
  private final boolean simulated;
  private final Label title = new Label();
  private final Label counts = new Label();
  private final Label about = new Label();
  private final Label exported = new Label();
  private final Label other = new Label();
  private final Label spent = new Label();
  private final Button copySql = new Button();
  private final Button countAgain = new Button();
  private final Button retry = new Button();
  private final TabBar<Face> tabs = TabBar.underlined(Face.ANSWERS);
  private final BorderPane content = new BorderPane();
  private final OutcomeFilter filter;
  private final OutputPane output;
  private final ErrorsPane errors;
  private final ReturnPane back;
  private final Pages pages;
  private final Label picked = new Label();
  private final HBox pickedLine = new HBox(8, picked);
  private final StatePane state;

  ResultsView(
      ResultsModel model,
      ResultsController controller,
      ReturnFlow back,
      Pages pages,
      Words words,
      boolean simulated) {
    super(new StackPane());
    this.model = model;
    this.controller = controller;
    this.pages = pages;
    this.words = words;
    this.simulated = simulated;
    this.output = new OutputPane(controller, words);
    this.filter = new OutcomeFilter(words, controller::onShowOnly);
    this.errors = new ErrorsPane(words, this::showRow, controller::onRetry);
    this.back = new ReturnPane(back, controller::onShowTable, words);
    this.state = new StatePane(content, words);
    tabs.add(Face.ANSWERS, "results-tab-answers", words.get("results.tab.answers"));
    tabs.add(Face.SUMMARY, "results-tab-summary", words.get("results.tab.summary"));
    tabs.add(Face.ERRORS, "results-tab-errors", "");
    tabs.add(Face.COMPARE, "results-tab-compare", words.get("compare.tab"));
    tabs.chosen().subscribe(this::turn);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    filter.node().visibleProperty().bind(tabs.chosen().isEqualTo(Face.ANSWERS));
    filter.node().managedProperty().bind(filter.node().visibleProperty());
    copySql.setId("results-copy-sql");
    copySql.getStyleClass().addAll("flat", "small");
    copySql.setMinWidth(Region.USE_PREF_SIZE);
    copySql.setTooltip(new Tooltip(words.get("results.sql.why")));
    copySql.setOnAction(_ -> {
      controller.onCopySql();
      copySql.setText(words.get("results.sql.copied"));
    });
    ExportMenu export = new ExportMenu("results-export", words, this::fileName, controller::onExport);
    // A file of the rows that were picked in the charts is not written so far.
    export.node().disableProperty().bind(model.picked().map(Optional::isPresent).orElse(false));
    HBox bar = new HBox(tabs.node(), space, filter.node());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("results-tabs", "line-bottom");
    content.setTop(new VBox(head(export.node()), bar));
    content.getStyleClass().add("pane");
    root().getChildren().add(state.node());
  }

  private Node head(Node export) {
    title.setId("results-title");
    title.getStyleClass().add("title");
    title.setMinWidth(80);
    spent.setId("results-spent");
    spent.setMinWidth(HBox.USE_PREF_SIZE);
    spent.getStyleClass().add("heading");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, title);
    line.setAlignment(Pos.CENTER_LEFT);
    if (simulated) {
      Label badge = new Label(words.get("results.simulated"));
      badge.setId("results-simulated");
      badge.getStyleClass().addAll("badge", "simulated");
      badge.setMinWidth(HBox.USE_PREF_SIZE);
      line.getChildren().add(badge);
    }
    line.getChildren().addAll(space, spent, copySql, export);
    counts.setId("results-counts");
    counts.setWrapText(true);
    about.setId("results-about");
    about.getStyleClass().add("caption");
    countAgain.setId("results-count-again");
    countAgain.setText(words.get("results.count-again"));
    countAgain.getStyleClass().add("small");
    countAgain.setMinWidth(Region.USE_PREF_SIZE);
    countAgain.managedProperty().bind(countAgain.visibleProperty());
    countAgain.setOnAction(_ -> controller.onCount());
    retry.setId("results-retry");
    retry.getStyleClass().add("small");
    retry.setMinWidth(Region.USE_PREF_SIZE);
    retry.setVisible(false);
    retry.managedProperty().bind(retry.visibleProperty());
    retry.setOnAction(_ -> controller.onRetry(Set.of()));
    HBox counted = new HBox(8, counts, countAgain, retry);
    counted.setAlignment(Pos.CENTER_LEFT);
    other.setId("results-other-model");
    other.getStyleClass().add("warning-text");
    other.setWrapText(true);
    other.visibleProperty().bind(other.textProperty().isNotEmpty());
    other.managedProperty().bind(other.visibleProperty());
    exported.setId("results-exported");
    exported.getStyleClass().add("caption");
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox where = new HBox(12, about, between, exported);
    VBox head = new VBox(4, line, counted, where, back.node(), other, pickedLine());
    head.getStyleClass().add("results-head");
    return head;
  }

  /// Which rows are shown, where they were picked in the charts.
  private Node pickedLine() {
    picked.setId("results-picked");
    picked.getStyleClass().add("chart-picked");
    Button all = new Button(words.get("results.only.all"));
    all.setId("results-picked-all");
    all.getStyleClass().addAll("flat", "small");
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.setOnAction(_ -> controller.onShowAll());
    pickedLine.getChildren().add(all);
    pickedLine.setAlignment(Pos.CENTER_LEFT);
    pickedLine.managedProperty().bind(pickedLine.visibleProperty());
    return pickedLine;
  }

  private void picked(Optional<ResultsModel.ChosenRows> some) {
    picked.setText(some.map(rows -> words.get("results.only", rows.what())).orElse(""));
    pickedLine.setVisible(some.isPresent());
    output.only(model.chosen());
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
    onDetach(model.only().subscribe(this::only)::unsubscribe);
    onDetach(model.picked().subscribe(this::picked)::unsubscribe);
    onDetach(model.returning().subscribe(back::show)::unsubscribe);
    onDetach(model.exporting().subscribe(this::exporting)::unsubscribe);
  }

  private void only(Optional<OutcomeKind> kind) {
    filter.choose(kind);
    output.only(model.chosen());
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
        title.setText(found.job().displayName());
        about.setText(
            words.get(
                "results.about",
                found.job().model().substring(found.job().model().lastIndexOf('/') + 1),
                found.table().ref().shortName()));
        copySql.setText(words.get("results.sql"));
        output.show(found, model.chosen());
        state.content();
      }
    }
  }

  private String fileName() {
    return model.shown().get() instanceof ResultsModel.Shown.Output output
        ? output.table().ref().table()
        : "";
  }

  private void exporting(ResultsModel.Exporting how) {
    String text =
        switch (how) {
          case ResultsModel.Exporting.Nothing _ -> "";
          case ResultsModel.Exporting.Writing writing ->
              words.get("results.export.task", writing.file().toString());
          case ResultsModel.Exporting.Done done ->
              words.get(
                  "export.written",
                  done.written().rows(),
                  done.file().toString(),
                  done.written().cut());
          case ResultsModel.Exporting.Stopped stopped ->
              words.get("export.stopped", stopped.file().toString());
          case ResultsModel.Exporting.Failed failed ->
              failed.why().what() + " " + failed.why().why() + " " + failed.why().next();
          case ResultsModel.Exporting.NotWritten not ->
              words.get(not.why().words(), not.why().args().toArray());
        };
    exported.setText(text);
    exported.setTooltip(text.isEmpty() ? null : new Tooltip(text));
  }

  private static String destination(BatchJob job) {
    return job.destinationTable().map(t -> t.shortName()).orElse(job.destination());
  }

  private void count(ResultsModel.Counting counting) {
    Labeled errorsTab = tabs.button(Face.ERRORS);
    errorsTab.setText(words.get("results.tab.errors"));
    errors.show(counting, model.ended(), model.retryable().isPresent());
    long open = model.retryable().orElse(0);
    retry.setVisible(open > 0);
    retry.setText(words.get("results.retry", open));
    countAgain.setVisible(counting instanceof ResultsModel.Counting.Failed);
    spent.setText("");
    spent.setTooltip(null);
    other.setText(model.otherModel().map(this::otherModel).orElse(""));
    switch (counting) {
      case ResultsModel.Counting.NotYet _ -> {
        counts.setText(words.get("results.counting"));
        filter.uncounted();
      }
      case ResultsModel.Counting.Failed failed -> {
        counts.setText(failed.why().what() + " " + failed.why().why() + " " + failed.why().next());
        filter.uncounted();
      }
      case ResultsModel.Counting.Done done -> {
        Accounting all = done.accounts();
        counts.setText(counted(all));
        done.spent().ifPresent(this::showSpent);
        filter.counted(all);
        errorsTab.setText(words.get("results.tab.error-kinds", all.errors().size()));
      }
    }
  }

  private String otherModel(ResultsModel.OtherModel found) {
    return words.get("results.other-model", found.answers(), found.answered(), found.asked());
  }

  private void showSpent(Bills.Spent bill) {
    String usd = Money.usd(words, bill.usd());
    spent.setText(
        bill.estimate()
            .map(told ->
                words.get("results.spent-of", usd, Money.range(words, told.low(), told.high())))
            .orElse(usd));
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(words.locale())
            .format(bill.asOf());
    spent.setTooltip(
        new Tooltip(words.get(simulated ? "results.spent.simulated" : "results.spent.how", day)));
  }

  private String counted(Accounting all) {
    if (all.inputKnown()) {
      return words.get(
          "results.counts",
          all.answered(),
          all.failed(),
          all.blocked(),
          all.missing(),
          all.input());
    }
    return model.ended()
        ? words.get(
            "results.counts-unknown", all.answered(), all.failed(), all.blocked(), all.input())
        : words.get(
            "results.counts-so-far", all.answered(), all.failed(), all.blocked(), all.input());
  }
}
