package dev.pollux.ui.jobs;

import atlantafx.base.theme.Styles;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.kit.KeptSplit;
import dev.pollux.ui.kit.OnOffSwitch;
import dev.pollux.ui.kit.TabBar;
import dev.pollux.ui.kit.View;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;

/// The list of jobs above the details of one.
final class JobsView extends View<BorderPane> {
  private final JobsModel model;
  private final JobsController controller;
  private final Words words;
  private final JobsTable table;
  private final JobsPlaceholder nothing;
  private final TabBar<JobsModel.Tab> tabs = new TabBar<>(JobsModel.Tab.ALL, "jobs-tab", "small");
  private final TextField filter = TextFields.createClearableTextField();
  private final Label problem = new Label();
  private final JobDetailsView details;
  private final OnOffSwitch tell;

  JobsView(JobsModel model, JobsController controller, Words words, ZoneId zone) {
    super(new BorderPane());
    this.model = model;
    this.controller = controller;
    this.words = words;
    JobWords jobWords = new JobWords(words, zone);
    this.tell = new OnOffSwitch("jobs-tell", words.get("jobs.tell"), controller::onTell);
    this.details = new JobDetailsView(model, controller, words, jobWords);
    this.table = new JobsTable(model, controller, words, jobWords, details::menuItems);
    this.nothing = new JobsPlaceholder(model, controller, words);
    problem.setId("jobs-problem");
    problem.getStyleClass().addAll("jobs-problem", "warning-text");
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.visibleProperty());
    SplitPane split = new SplitPane(table.node(), details.root());
    split.setOrientation(Orientation.VERTICAL);
    KeptSplit.of(split, "jobs-split", 0.5);
    SplitPane.setResizableWithParent(details.root(), false);
    root().getStyleClass().add("pane");
    root().setTop(new VBox(head(), problem));
    root().setCenter(split);
    root().setBottom(older());
    // What a table says of itself where nobody said anything is nothing for people.
    showPlaceholder();
    showCounts();
  }

  private Node head() {
    Label title = new Label(words.get("jobs.title"));
    title.getStyleClass().add("title");
    HBox head = new HBox(12, title);
    for (JobsModel.Tab tab : JobsModel.Tab.values()) {
      tabs.add(tab, "jobs-tab-" + tab.name().toLowerCase(Locale.ROOT).replace('_', '-'), "");
    }
    tabs.node().setSpacing(12);
    tabs.choose(model.tab().get());
    tabs.chosen().subscribe((_, tab) -> table.narrow(() -> controller.onTab(tab)));
    head.getChildren().add(tabs.node());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    filter.setId("jobs-filter");
    filter.setPromptText(words.get("jobs.filter"));
    filter.setAccessibleText(words.get("jobs.filter"));
    filter.setPrefWidth(240);
    filter.setText(model.filter().get());
    filter.textProperty().subscribe((_, text) -> table.narrow(() -> controller.onFilter(text)));
    head.getChildren().addAll(space, filter);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("jobs-head");
    return head;
  }

  /// Below the list, until it is pressed.
  private Node older() {
    Button older = new Button(words.get("jobs.older"));
    older.setId("jobs-older");
    older.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    older.setOnAction(_ -> {
      controller.onOlder();
      older.setVisible(false);
    });
    older.managedProperty().bind(older.visibleProperty());
    older.setVisible(!controller.readsOlder());
    Tooltip.install(tell, new Tooltip(words.get("jobs.tell.what")));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bottom = new HBox(tell, space, older);
    bottom.setAlignment(Pos.CENTER_LEFT);
    bottom.getStyleClass().add("jobs-foot");
    return bottom;
  }

  void focus() {
    table.focus();
  }

  void find() {
    filter.requestFocus();
    filter.selectAll();
  }

  @Override
  protected void attach() {
    onDetach(model.loaded().subscribe(_ -> showPlaceholder())::unsubscribe);
    onDetach(model.loaded().subscribe(_ -> showCounts())::unsubscribe);
    onDetach(model.problem().subscribe(_ -> showPlaceholder())::unsubscribe);
    onDetach(Bindings.isEmpty(model.lines()).subscribe(_ -> showPlaceholder())::unsubscribe);
    onDetach(model.tab().subscribe(tabs::choose)::unsubscribe);
    onDetach(model.filter().subscribe(this::showFilter)::unsubscribe);
    onDetach(model.problem().subscribe(this::showProblem)::unsubscribe);
    onDetach(model.selected().subscribe(this::showSelected)::unsubscribe);
    onDetach(model.updated().subscribe(_ -> showCounts())::unsubscribe);
    onDetach(controller.actions().retries().subscribe(_ -> details.showActions())::unsubscribe);
    onDetach(model.now().subscribe(details::tick)::unsubscribe);
    controller.onShown();
    onDetach(controller::onHidden);
    // The panel of settings lies above this list, and has the same switch.
    onDetach(model.now().subscribe(_ -> tell.show(controller.tells()))::unsubscribe);
  }

  /// How many there are is said once somebody knows.
  private void showCounts() {
    for (JobsModel.Tab tab : JobsModel.Tab.values()) {
      Object count = model.loaded().get() ? (Object) model.count(tab) : "";
      tabs.button(tab).setText(words.get("jobs.tab." + tab.name(), count).strip());
    }
  }

  private void showFilter(String text) {
    if (!text.equals(filter.getText())) {
      filter.setText(text);
    }
  }

  private void showProblem(String text) {
    problem.setText(text);
    problem.setVisible(!text.isEmpty());
  }

  private void showSelected(Optional<JobRow> row) {
    details.show(row);
    table.select(row);
  }

  private void showPlaceholder() {
    table.showInstead(nothing.now());
  }
}
