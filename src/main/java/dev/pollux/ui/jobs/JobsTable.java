package dev.pollux.ui.jobs;

import dev.pollux.run.state.JobLine;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.DisplayState;
import dev.pollux.ui.jobs.state.JobOrder;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.kit.Screen;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/// The jobs, each on a line: a person chooses one, orders them, folds the parts of a run.
final class JobsTable {
  private static final double SCROLL_BAR = 10;

  /// The headers and two jobs. Details keep their height while the window shrinks, until then.
  private static final double LEAST = 114;

  private final JobsModel model;
  private final JobsController controller;
  private final Words words;
  private final TableView<JobRow> table = new TableView<>();
  private boolean narrowing;

  /// @param menuItems what can be done with the chosen job
  JobsTable(
      JobsModel model,
      JobsController controller,
      Words words,
      JobWords jobWords,
      Supplier<List<MenuItem>> menuItems) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    table.setMinHeight(LEAST);
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
          if (row != null && !narrowing && !model.replacing().get()) {
            controller.onSelect(Optional.of(row));
          }
        });
    model
        .replacing()
        .subscribe(now -> {
          if (!now) {
            chooseAgain();
          }
        });
    ContextMenu menu = new ContextMenu();
    menu.setId("jobs-menu");
    menu.setOnShowing(_ -> menu.getItems().setAll(menuItems.get()));
    menu.getItems().setAll(new MenuItem()); // an empty one would never ask
    table.setContextMenu(menu);
    table.setOnMouseClicked(click -> {
      JobRow row = table.getSelectionModel().getSelectedItem();
      if (click.getClickCount() == 2 && row != null) {
        if (row.elsewhere().isPresent()) {
          controller.onSwitch(row);
        } else if (DisplayState.hasResults(row.line())) {
          controller.actions().onOpenResults(row.line());
        }
      }
    });
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::fold);
  }

  Region node() {
    return table;
  }

  void focus() {
    if (table.getFocusModel().getFocusedIndex() < 0) {
      table.getFocusModel().focus(0);
    }
    Node instead = table.getItems().isEmpty() ? table.getPlaceholder() : table;
    Node action = instead.lookup(".button");
    Screen.focusOn(action == null ? table : action);
  }

  /// Says that instead of jobs, while there are none.
  void showInstead(Node face) {
    table.setPlaceholder(face);
  }

  /// Chooses a job, if it is listed.
  void select(Optional<JobRow> row) {
    row.filter(table.getItems()::contains)
        .filter(l -> !l.equals(table.getSelectionModel().getSelectedItem()))
        .ifPresent(table.getSelectionModel()::select);
  }

  /// Changes which jobs are listed. One that is hidden by it stays chosen: a table would choose the
  /// one that stands at its place.
  void narrow(Runnable change) {
    narrowing = true;
    try {
      change.run();
    } finally {
      narrowing = false;
    }
    chooseAgain();
  }

  /// The job that is chosen, wherever it stands by now, or none where it is not listed.
  private void chooseAgain() {
    boolean before = narrowing;
    narrowing = true;
    try {
      table.getSelectionModel().clearSelection();
    } finally {
      narrowing = before;
    }
    select(model.selected().get());
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
      Callback<TableColumn<JobRow, JobRow>, TableCell<JobRow, JobRow>> cells) {
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
    select(model.selected().get());
    return true;
  }

  /// A text that may change with the time.
  private final class AgeCell extends TableCell<JobRow, JobRow> {
    private final BiFunction<JobLine, Instant, String> text;

    AgeCell(BiFunction<JobLine, Instant, String> text) {
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
