package dev.pollux.ui.results;

import dev.pollux.draft.plan.Place;
import dev.pollux.results.Accounting;
import dev.pollux.run.Bills;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import dev.pollux.ui.retry.RetryFlow;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Above the answers: whose they are, what became of all rows, what they cost, and what can be done
/// with them.
final class ResultsHead {
  private final ResultsModel model;
  private final ResultsController controller;
  private final Words words;
  private final boolean simulated;
  private final Label title = new Label();
  private final Label counts = new Label();
  private final Label about = new Label();
  private final Button whole = new Button();
  private final Label exported = new Label();
  private final Label other = new Label();
  private final Label spent = new Label();
  private final Button copySql = new Button();
  private final Button countAgain = new Button();
  private final Button retry = new Button();
  private final ExportMenu export;
  private final Label picked = new Label();
  private final HBox pickedLine = new HBox(8, picked);
  private final VBox root = new VBox(4);

  /// @param back offers to bring the answers back to their data
  ResultsHead(
      ResultsModel model, ResultsController controller, Node back, Words words, boolean simulated) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.simulated = simulated;
    this.export = new ExportMenu(controller, words, this::fileName);
    make(back);
  }

  Node node() {
    return root;
  }

  private void make(Node back) {
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
    line.getChildren().addAll(space, spent, copySql, export.node());
    copySql.setId("results-copy-sql");
    copySql.getStyleClass().addAll("flat", "small");
    copySql.setMinWidth(Region.USE_PREF_SIZE);
    copySql.setTooltip(new Tooltip(words.get("results.sql.why")));
    copySql.setOnAction(_ -> {
      controller.onCopySql();
      copySql.setText(words.get("results.sql.copied"));
    });
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
    retry.setOnAction(_ -> controller.retry().onRetry(Set.of()));
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
    whole.setId("results-whole");
    whole.setText(words.get("results.whole"));
    whole.getStyleClass().add("small");
    whole.setMinWidth(Region.USE_PREF_SIZE);
    whole.setVisible(false);
    whole.managedProperty().bind(whole.visibleProperty());
    whole.setOnAction(_ -> controller.onWholeRun());
    HBox where = new HBox(12, about, whole, between, exported);
    where.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().setAll(line, counted, where, back, other, pickedLine());
    root.getStyleClass().add("results-head");
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

  /// Rows were picked in the charts, or all are shown again.
  void pick(Optional<ResultsModel.ChosenRows> some) {
    picked.setText(some.map(rows -> words.get("results.only", rows.what())).orElse(""));
    pickedLine.setVisible(some.isPresent());
  }

  /// How many rows are shown, where those are not all of them.
  void rows(OptionalLong some) {
    export.rows(some);
  }

  void show(ResultsModel.Shown.Output found) {
    title.setText(found.job().displayName());
    String about =
        words.get(
            "results.about",
            found.job().model().substring(found.job().model().lastIndexOf('/') + 1),
            found.table().ref().shortName());
    Optional<String> part = part(found.extent());
    this.about.setText(
        part.map(only -> words.get("results.about-part", about, only)).orElse(about));
    whole.setVisible(part.isPresent());
    copySql.setText(words.get("results.sql"));
  }

  /// Which of several jobs it is whose answers are shown.
  private Optional<String> part(ResultsModel.Extent extent) {
    return switch (extent) {
      case ResultsModel.Extent.OnlyJob _, ResultsModel.Extent.WholeRun _ -> Optional.empty();
      case ResultsModel.Extent.OneOf(var _, Optional<Place> place) ->
          Optional.of(
              place
                  .map(of ->
                      of.parts() > 1
                          ? words.get("jobs.attempt-part", of.attempt(), of.part())
                          : words.get("jobs.attempt", of.attempt()))
                  .orElse(""));
    };
  }

  void count(ResultsModel.Counting counting) {
    long open = model.retryable().orElse(0);
    retry.setVisible(open > 0);
    retry.setText(words.get("results.retry", open));
    countAgain.setVisible(counting instanceof ResultsModel.Counting.Failed);
    spent.setText("");
    spent.setTooltip(null);
    other.setText(model.otherModel().map(this::otherModel).orElse(""));
    switch (counting) {
      case ResultsModel.Counting.NotYet _ -> counts.setText(words.get("results.counting"));
      case ResultsModel.Counting.Failed failed ->
          counts.setText(
              failed.why().what() + " " + failed.why().why() + " " + failed.why().next());
      case ResultsModel.Counting.Done done -> {
        counts.setText(counted(done.accounts()) + cut(done.accounts()));
        done.spent().ifPresent(this::showSpent);
      }
    }
  }

  /// What failed is being asked again from here.
  void retrying(Optional<RetryFlow.Phase> phase) {
    // While rows are counted it can be pressed, and does nothing: the focus stays on it.
    retry.setDisable(phase.filter(one -> one != RetryFlow.Phase.COUNTING).isPresent());
    retry.setText(
        phase.isPresent()
            ? words.get("jobs.retry.busy")
            : words.get("results.retry", model.retryable().orElse(0)));
  }

  private String fileName() {
    return model.shown().get() instanceof ResultsModel.Shown.Output output
        ? output.table().ref().table()
        : "";
  }

  /// What became of the last file.
  void export(ResultsModel.Exporting how) {
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

  /// Cut answers count as answered, and can be asked again: without a word nobody knows why.
  private String cut(Accounting all) {
    return all.truncated() == 0 ? "" : " " + words.get("results.counts-cut", all.truncated());
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
