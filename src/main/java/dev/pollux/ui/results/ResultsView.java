package dev.pollux.ui.results;

import dev.pollux.domain.BatchJob;
import dev.pollux.results.Accounting;
import dev.pollux.results.OutcomeKind;
import dev.pollux.run.Bills;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.StatePane;
import dev.pollux.ui.kit.View;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The header with the accounts, and below it the answers or the errors.
final class ResultsView extends View<StackPane> {
  private final ResultsModel model;
  private final ResultsController controller;
  private final Words words;
  private final boolean simulated;
  private final Label title = new Label();
  private final Label counts = new Label();
  private final Label about = new Label();
  private final Label spent = new Label();
  private final Button copySql = new Button();
  private final ToggleGroup tabs = new ToggleGroup();
  private final ToggleButton answersTab = new ToggleButton();
  private final ToggleButton errorsTab = new ToggleButton();
  private final BorderPane content = new BorderPane();
  private final OutcomeFilter filter;
  private final OutputPane output;
  private final ErrorsPane errors;
  private final StatePane state;

  ResultsView(ResultsModel model, ResultsController controller, Words words, boolean simulated) {
    super(new StackPane());
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.simulated = simulated;
    this.output = new OutputPane(controller, words);
    this.filter = new OutcomeFilter(words, controller::onShowOnly);
    this.errors = new ErrorsPane(words, this::showRow);
    this.state = new StatePane(content, words);
    tab(answersTab, "results-tab-answers", output.node());
    tab(errorsTab, "results-tab-errors", errors.node());
    answersTab.setText(words.get("results.tab.answers"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    filter.node().visibleProperty().bind(answersTab.selectedProperty());
    copySql.setId("results-copy-sql");
    copySql.getStyleClass().addAll("flat", "small");
    copySql.setMinWidth(Region.USE_PREF_SIZE);
    copySql.setTooltip(new Tooltip(words.get("results.sql.why")));
    copySql.setOnAction(_ -> {
      controller.onCopySql();
      copySql.setText(words.get("results.sql.copied"));
    });
    HBox bar = new HBox(answersTab, errorsTab, space, copySql, filter.node());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("results-tabs", "line-bottom");
    content.setTop(new VBox(head(), bar));
    content.getStyleClass().add("pane");
    root().getChildren().add(state.node());
  }

  private Node head() {
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
    line.getChildren().addAll(space, spent);
    counts.setId("results-counts");
    counts.setWrapText(true);
    about.setId("results-about");
    about.getStyleClass().add("caption");
    VBox head = new VBox(4, line, counts, about);
    head.getStyleClass().add("results-head");
    return head;
  }

  private void tab(ToggleButton button, String id, Node face) {
    button.setId(id);
    button.setToggleGroup(tabs);
    button.getStyleClass().addAll("flat", "tab-button");
    button.setOnAction(_ -> {
      button.setSelected(true);
      content.setCenter(face);
    });
  }

  @Override
  protected void attach() {
    onDetach(model.shown().subscribe(this::show)::unsubscribe);
    onDetach(model.counting().subscribe(this::count)::unsubscribe);
    onDetach(model.only().subscribe(this::only)::unsubscribe);
  }

  private void only(Optional<OutcomeKind> fate) {
    filter.choose(fate);
    output.only(model.chosen());
  }

  private void showRow(long row) {
    controller.onShowOnly(Optional.empty());
    answersTab.fire();
    output.goTo(row);
  }

  private void show(ResultsModel.Shown shown) {
    switch (shown) {
      case ResultsModel.Shown.Nothing _ ->
          state.empty(
              words.get("results.nothing"), words.get("results.jobs"), controller::onShowJobs);
      case ResultsModel.Shown.Loading _ -> {
        tabs.selectToggle(null);
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
      case ResultsModel.Shown.Failed failed -> state.failed(failed.why(), controller::onRefresh);
      case ResultsModel.Shown.Output found -> {
        title.setText(found.job().displayName());
        about.setText(
            words.get(
                "results.about",
                found.job().model().substring(found.job().model().lastIndexOf('/') + 1),
                destination(found.job())));
        copySql.setText(words.get("results.sql"));
        output.show(found, model.chosen());
        if (tabs.getSelectedToggle() == null) {
          answersTab.fire();
        }
        state.content();
      }
    }
  }

  private static String destination(BatchJob job) {
    return job.destinationTable().map(t -> t.shortName()).orElse(job.destination());
  }

  private void count(ResultsModel.Counting counting) {
    errorsTab.setText(words.get("results.tab.errors"));
    errors.show(List.of());
    spent.setText("");
    spent.setTooltip(null);
    switch (counting) {
      case ResultsModel.Counting.NotYet _ -> {
        counts.setText(words.get("results.counting"));
        filter.uncounted();
      }
      case ResultsModel.Counting.Failed failed ->
          counts.setText(failed.why().what() + " " + failed.why().next());
      case ResultsModel.Counting.Done done -> {
        Accounting all = done.accounts();
        counts.setText(counted(all));
        done.spent().ifPresent(this::showSpent);
        filter.counted(all);
        errors.show(all.errors());
        errorsTab.setText(words.get("results.tab.error-kinds", all.errors().size()));
      }
    }
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
