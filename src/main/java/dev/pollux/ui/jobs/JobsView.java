package dev.pollux.ui.jobs;

import atlantafx.base.theme.Styles;
import dev.pollux.run.state.JobLine;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.DisplayState;
import dev.pollux.ui.jobs.state.JobOrder;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.kit.KeptSplit;
import dev.pollux.ui.kit.OnOffSwitch;
import dev.pollux.ui.kit.TabBar;
import dev.pollux.ui.kit.View;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/// The list of jobs above the details of one.
final class JobsView extends View<BorderPane> {
  private static final double SCROLL_BAR = 10;

  /// The headers and two jobs. Details keep their height while the window shrinks, until then.
  private static final double LEAST_OF_LIST = 114;

  private final JobsModel model;
  private final JobsController controller;
  private final Words words;
  private final JobWords jobWords;
  private final TableView<JobRow> table = new TableView<>();
  private final TabBar<JobsModel.Tab> tabs = new TabBar<>(JobsModel.Tab.ALL, "jobs-tab", "small");
  private final TextField filter = TextFields.createClearableTextField();
  private final Label problem = new Label();
  private final JobDetailsView details;
  private final OnOffSwitch tell;
  private final Timeline tick;
  private boolean narrowing;

  JobsView(JobsModel model, JobsController controller, Words words, ZoneId zone) {
    super(new BorderPane());
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.jobWords = new JobWords(words, zone);
    this.tell = new OnOffSwitch("jobs-tell", words.get("jobs.tell"), controller::onTell);
    this.details = new JobDetailsView(model, controller, words, jobWords);
    this.tick = new Timeline(new KeyFrame(Duration.seconds(1), _ -> controller.onTick()));
    tick.setCycleCount(Animation.INDEFINITE);
    problem.setId("jobs-problem");
    problem.getStyleClass().addAll("jobs-problem", "warning-text");
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.visibleProperty());
    SplitPane split = new SplitPane(table, details.root());
    split.setOrientation(Orientation.VERTICAL);
    KeptSplit.of(split, "jobs-split", 0.5);
    SplitPane.setResizableWithParent(details.root(), false);
    table.setMinHeight(LEAST_OF_LIST);
    makeTable();
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
    tabs.chosen().subscribe((_, tab) -> narrow(() -> controller.onTab(tab)));
    head.getChildren().add(tabs.node());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    filter.setId("jobs-filter");
    filter.setPromptText(words.get("jobs.filter"));
    filter.setAccessibleText(words.get("jobs.filter"));
    filter.setPrefWidth(240);
    filter.setText(model.filter().get());
    filter.textProperty().subscribe((_, text) -> narrow(() -> controller.onFilter(text)));
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
    if (table.getFocusModel().getFocusedIndex() < 0) {
      table.getFocusModel().focus(0);
    }
    table.requestFocus();
  }

  void find() {
    filter.requestFocus();
    filter.selectAll();
  }

  private void makeTable() {
    table.setId("jobs-table");
    table.setAccessibleText(words.get("jobs.title"));
    table.setFixedCellSize(40);
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    column(
        "jobs.column.name",
        166,
        JobOrder.byTitle(words.locale()),
        _ -> new JobNameCell(words, jobWords, controller::connection, controller::onFold));
    column(
        "jobs.column.state", 192, JobOrder.byState(), _ -> new StateCell(jobWords, model::history));
    column("jobs.column.rows", 168, JobOrder.byRows(), _ -> new ProgressCell(jobWords));
    column(
        "jobs.column.time",
        156,
        JobOrder.byTime(),
        _ -> new TwoLineCell(jobWords::time, line -> jobWords.moment(line.created()), model.now()));
    column(
        "jobs.column.cost",
        136,
        JobOrder.byCost(),
        _ -> new AgeCell((line, _) -> jobWords.cost(line)));
    column(
        "jobs.column.model",
        96,
        JobOrder.byModel(jobWords),
        _ -> new AgeCell((line, _) -> jobWords.shortModel(line)));
    List<Double> least = table.getColumns().stream().map(TableColumn::getPrefWidth).toList();
    table.widthProperty().subscribe(width -> fit(least, width.doubleValue()));
    // Other rows would forget the order, and a policy that refuses would take it back.
    table.setItems(model.rows());
    table.setSortPolicy(_ -> true);
    model.order().ifPresent(this::showOrder);
    table.setSortPolicy(this::sort);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (row != null && !narrowing) {
            controller.onSelect(Optional.of(row));
          }
        });
    ContextMenu menu = new ContextMenu();
    menu.setId("jobs-menu");
    menu.setOnShowing(_ -> menu.getItems().setAll(details.menuItems()));
    menu.getItems().setAll(new MenuItem()); // an empty one would never ask
    table.setContextMenu(menu);
    table.setOnMouseClicked(click -> {
      JobRow row = table.getSelectionModel().getSelectedItem();
      if (click.getClickCount() == 2 && row != null) {
        if (row.elsewhere().isPresent()) {
          controller.onSwitch(row);
        } else if (DisplayState.hasResults(row.line())) {
          controller.onOpenResults(row.line());
        }
      }
    });
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::fold);
  }

  /// All columns share what room there is; none of the policies gives each its part of it.
  private void fit(List<Double> least, double width) {
    double sum = least.stream().mapToDouble(Double::doubleValue).sum();
    double share = (width - SCROLL_BAR) / sum;
    for (int i = 0; i < least.size(); i++) {
      table.getColumns().get(i).setPrefWidth(Math.floor(least.get(i) * share));
    }
  }

  /// The arrow keys fold and unfold, as in a tree.
  private void fold(KeyEvent key) {
    JobRow row = table.getSelectionModel().getSelectedItem();
    if (row != null
        && ((key.getCode() == KeyCode.RIGHT && row.fold() == JobRow.Fold.FOLDED)
            || (key.getCode() == KeyCode.LEFT && row.fold() == JobRow.Fold.UNFOLDED))) {
      controller.onFold(row);
      key.consume();
    }
  }

  private void column(
      String key,
      double width,
      Comparator<JobLine> order,
      javafx.util.Callback<TableColumn<JobRow, JobRow>, TableCell<JobRow, JobRow>> cells) {
    TableColumn<JobRow, JobRow> column = new TableColumn<>(words.get(key));
    column.setPrefWidth(width);
    column.setId(key.replace("jobs.column.", "jobs-column-"));
    column.setComparator(Comparator.comparing(JobRow::line, order));
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(cells);
    table.getColumns().add(column);
  }

  /// The list is in that order already.
  private void showOrder(JobsModel.Order by) {
    table.getColumns().stream()
        .filter(column -> column.getId().equals(by.column()))
        .forEach(column -> {
          column.setSortType(
              by.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
          table.getSortOrder().add(column);
        });
  }

  /// The list is ordered once, when a person asks: it does not jump while they read. What was
  /// selected stays so.
  private boolean sort(TableView<JobRow> sorted) {
    Comparator<JobRow> rows = sorted.getComparator();
    @Nullable Comparator<JobLine> asked =
        rows == null ? null : (a, b) -> rows.compare(JobRow.alone(a), JobRow.alone(b));
    controller.onSort(
        asked == null ? JobOrder.NEWEST_FIRST : asked.thenComparing(JobOrder.NEWEST_FIRST),
        sorted.getSortOrder().stream()
            .findFirst()
            .map(by ->
                new JobsModel.Order(
                    by.getId(), by.getSortType() == TableColumn.SortType.ASCENDING)));
    showSelected(model.selected().get());
    return true;
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
    onDetach(controller.retries().subscribe(_ -> details.showActions())::unsubscribe);
    onDetach(model.now().subscribe(details::tick)::unsubscribe);
    // The panel of settings lies above this list, and has the same switch.
    onDetach(model.now().subscribe(_ -> tell.show(controller.tells()))::unsubscribe);
    tick.play();
    onDetach(tick::stop);
  }

  /// How many there are is said once somebody knows.
  private void showCounts() {
    for (JobsModel.Tab tab : JobsModel.Tab.values()) {
      String count = model.loaded().get() ? Long.toString(model.count(tab)) : "";
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
    row.filter(table.getItems()::contains)
        .filter(l -> !l.equals(table.getSelectionModel().getSelectedItem()))
        .ifPresent(table.getSelectionModel()::select);
  }

  /// Changes which jobs are listed. One that is hidden by it stays chosen: a table would choose the
  /// one that stands at its place.
  private void narrow(Runnable change) {
    narrowing = true;
    try {
      change.run();
      table.getSelectionModel().clearSelection();
    } finally {
      narrowing = false;
    }
    showSelected(model.selected().get());
  }

  private void showPlaceholder() {
    if (!model.loaded().get()) {
      table.setPlaceholder(
          model.problem().get().isEmpty() ? new Label(words.get("jobs.loading")) : unread());
      return;
    }
    table.setPlaceholder(model.lines().isEmpty() ? noJobs() : noneFits());
  }

  private Node noJobs() {
    Button browse = new Button(words.get("jobs.empty.action"));
    browse.setId("jobs-empty-new");
    browse.setOnAction(_ -> controller.onBrowse());
    return face("jobs.empty", browse);
  }

  private Node noneFits() {
    Button all = new Button(words.get("jobs.none-fits.action"));
    all.setId("jobs-show-all");
    all.setOnAction(_ -> controller.onShowAll());
    return face("jobs.none-fits", all);
  }

  private Node face(String key, Button action) {
    Label sentence = new Label(words.get(key));
    sentence.getStyleClass().add("quiet");
    VBox face = new VBox(12, sentence, action);
    face.setAlignment(Pos.CENTER);
    return face;
  }

  /// Nothing was listed so far, and the line above says why.
  private Node unread() {
    Button again = new Button(words.get("jobs.again"));
    again.setId("jobs-again");
    again.setOnAction(_ -> controller.onRefresh());
    VBox face = new VBox(12, new Label(words.get("jobs.unread")), again);
    face.setAlignment(Pos.CENTER);
    return face;
  }

  /// A text that may change with the time.
  private final class AgeCell extends TableCell<JobRow, JobRow> {
    private final BiFunction<JobLine, java.time.Instant, String> text;

    AgeCell(BiFunction<JobLine, java.time.Instant, String> text) {
      this.text = text;
    }

    @Override
    protected void updateItem(JobRow row, boolean empty) {
      super.updateItem(row, empty);
      textProperty().unbind();
      if (empty || row == null) {
        setText("");
        return;
      }
      JobLine line = row.line();
      textProperty()
          .bind(
              Bindings.createStringBinding(() -> text.apply(line, model.now().get()), model.now()));
    }
  }
}
