package dev.pollux.ui.browser;

import atlantafx.base.controls.Spacer;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.text.Words;
import dev.pollux.ui.browser.profile.ProfileController;
import dev.pollux.ui.kit.Screen;
import dev.pollux.ui.kit.TabBar;
import dev.pollux.ui.kit.grid.ColumnChooser;
import dev.pollux.ui.kit.grid.DataGrid;
import dev.pollux.ui.kit.grid.DetailSplit;
import dev.pollux.ui.kit.grid.RowJump;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.value.ValuePane;
import dev.pollux.ui.sorting.RowSorting;
import dev.pollux.ui.sorting.SeenRows;
import dev.pollux.ui.sorting.SortingBar;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// One table: its rows, schema, columns at a glance, and details.
final class TablePane {
  private enum Face {
    ROWS,
    SCHEMA,
    PROFILE,
    DETAILS
  }

  private final BrowserController controller;
  private final Words words;
  private final TableFacts facts;
  private final DataGrid grid;
  private final ValuePane value;
  private final SchemaTree schema;
  private final GridPane details = new GridPane(24, 8);
  private final TableCrumbs crumbs;
  private final Label title = new Label();
  private final Label line = new Label();
  private final Button pin = new Button();
  private Optional<TableRef> shown = Optional.empty();
  private final TabBar<Face> tabs = TabBar.underlined(Face.ROWS);
  private final BorderPane root = new BorderPane();
  private final Node rowsFace;
  private final UnlistedRowsPane byQuery;
  private final Label free = new Label();
  private final Label readHow = new Label();
  private final SortingBar sorting;
  private final ProfileController profile;
  private boolean showsRows = true;
  private QueriedRows shownPreview = new QueriedRows.NotNeeded();

  TablePane(
      BrowserController controller, RowSorting rowSorting, ProfileController profile, Words words) {
    this.controller = controller;
    this.profile = profile;
    this.words = words;
    this.facts = new TableFacts(words);
    this.schema = new SchemaTree(words);
    this.byQuery = new UnlistedRowsPane(controller, words);
    this.crumbs = new TableCrumbs(controller, words);
    this.grid = new DataGrid("browser-grid", words, controller::offThread);
    this.value = new ValuePane("browser-value", words, controller::offThread);
    this.sorting = new SortingBar("browser-sorting", grid, rowSorting, words);
    rowSorting
        .seen()
        .subscribe(seen ->
            free.setText(seen instanceof SeenRows.ByQuery ? "" : words.get("browser.free")));
    value.offerRow(grid::shownColumns);
    grid.selected().subscribe(value::show);
    DetailSplit split = new DetailSplit("browser-details-split", grid, value.node(), 0.72);
    value.onClose(split::close);
    // In the order of reading, which is that of the Tab key.
    BorderPane rows = new BorderPane();
    rows.setTop(new VBox(readHow, sorting.node()));
    rows.setCenter(split.node());
    rows.setBottom(new VBox(sorting.sentence(), foot()));
    rowsFace = rows;
    makeReadHow();
    details.getStyleClass().add("browser-details");
    root.getStyleClass().add("pane");
    root.setTop(new VBox(head(), tabs()));
    tabs.chosen().subscribe(this::turn);
  }

  Parent root() {
    return root;
  }

  void focus() {
    if (tabs.chosen().get() == Face.ROWS && showsRows && grid.size().get() > 0) {
      grid.focus();
    } else {
      Screen.focusOn(tabs.button(tabs.chosen().get()));
    }
  }

  /// Opens the bar in which one finds things in the rows, where the focus is among them.
  boolean find() {
    boolean here = rowsFace.isFocusWithin() && rowsFace.getScene() != null;
    if (here) {
      grid.find();
    }
    return here;
  }

  private Node head() {
    title.setId("browser-title");
    title.getStyleClass().add("title");
    line.setId("browser-facts");
    line.getStyleClass().add("caption");
    line.setWrapText(true);
    line.setMinHeight(Region.USE_PREF_SIZE);
    VBox names = new VBox(4, crumbs.root(), title, line);
    HBox.setHgrow(names, Priority.ALWAYS);
    Button job = new Button(words.get("browser.new-job"), new FontIcon(MaterialDesignP.PLUS));
    job.setId("browser-new-job");
    job.getStyleClass().add("accent");
    job.setMinWidth(Region.USE_PREF_SIZE);
    job.setOnAction(_ -> controller.onNewJob());
    pin.setId("browser-pin");
    pin.getStyleClass().addAll("flat", "button-icon");
    pin.setOnAction(_ -> controller.onPinShown());
    HBox head = new HBox(12, names, pin, job);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("browser-head");
    return head;
  }

  private Node tabs() {
    tabs.add(Face.ROWS, "browser-tab-rows", words.get("browser.tab.rows"));
    tabs.add(Face.SCHEMA, "browser-tab-schema", "");
    tabs.add(Face.PROFILE, "browser-tab-profile", words.get("browser.tab.profile"));
    tabs.add(Face.DETAILS, "browser-tab-details", words.get("browser.tab.details"));
    tabs.node().getStyleClass().add("browser-tabs");
    HBox.setHgrow(tabs.node(), Priority.ALWAYS);
    HBox bar = new HBox(tabs.node());
    bar.getStyleClass().addAll("browser-tabs-line", "line-bottom");
    return bar;
  }

  /// What was in front of a table in another pane is so in this one.
  void goOnFrom(TablePane before) {
    tabs.choose(before.tabs.chosen().get());
    grid.comeTo(before.grid.seen());
  }

  void showDetails() {
    tabs.choose(Face.DETAILS);
  }

  private void turn(Face face) {
    root.setCenter(
        switch (face) {
          case ROWS -> showsRows ? rowsFace : byQuery.node();
          case SCHEMA -> schema.node();
          case PROFILE -> profile.node();
          case DETAILS -> details;
        });
    if (face == Face.PROFILE) {
      profile.look();
    }
  }

  private Node foot() {
    RowJump goTo = new RowJump("browser-goto", "browser-range", grid, words);
    ColumnChooser columns = new ColumnChooser("browser-columns", grid, words);
    Spacer space = new Spacer();
    free.managedProperty().bind(free.visibleProperty());
    free.getStyleClass().add("caption");
    HBox foot = new HBox(12, goTo.node(), space, free, columns.node());
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().addAll("browser-foot", "line-top");
    return foot;
  }

  /// Where the rows come from, if not from the listing of the table itself.
  private void makeReadHow() {
    readHow.setId("browser-read-how");
    readHow.getStyleClass().addAll("caption", "browser-read-how");
    readHow.setWrapText(true);
    readHow.setMinHeight(Region.USE_PREF_SIZE);
    readHow.visibleProperty().bind(readHow.textProperty().isNotEmpty());
    readHow.managedProperty().bind(readHow.visibleProperty());
  }

  /// The star says whether the shown table is pinned.
  void showPin() {
    boolean pinned = shown.filter(controller::pinned).isPresent();
    pin.setGraphic(new FontIcon(pinned ? MaterialDesignS.STAR : MaterialDesignS.STAR_OUTLINE));
    String what = pinned ? words.get("browser.menu.unpin") : words.get("browser.menu.pin");
    pin.setAccessibleText(what);
    pin.setTooltip(new Tooltip(what));
  }

  void show(BrowserModel.Shown.Table table) {
    TableInfo info = table.info();
    shown = Optional.of(info.ref());
    showPin();
    crumbs.show(info.ref());
    title.setText(info.ref().table());
    line.setText(facts.line(info));
    tabs.button(Face.SCHEMA)
        .setText(words.get("browser.tab.schema", info.schema().fields().size()));
    table
        .listed()
        .ifPresentOrElse(
            listed -> showListed(info, listed),
            () -> {
              if (!controller.looksAt(info)) {
                controller.onRowsGone();
                grid.clear();
              }
            });
    schema.show(info.schema());
    if (tabs.chosen().get() == Face.PROFILE) {
      profile.look();
    }
    details.getChildren().clear();
    facts.all(info).forEach(this::fact);
  }

  private void showListed(TableInfo info, TableInfo listed) {
    free.setVisible(true);
    readHow.setText(
        listed.ref().equals(info.ref())
            ? ""
            : words.get("browser.free.newest", listed.ref().table()));
    if (controller.looksAt(listed)) {
      return;
    }
    List<Field> fields = listed.schema().fields();
    List<GridColumn> columns = columns(fields, IntStream.range(0, fields.size()));
    controller.onRowsShown(listed, columns);
    sorting.open(
        columns,
        (start, count, arrived, failed) -> controller.load(listed, start, count, arrived, failed),
        Math.max(0, listed.rows()),
        problem -> controller.onRowsFailed(info, problem));
  }

  private static List<GridColumn> columns(List<Field> fields, IntStream places) {
    return places.mapToObj(i -> GridColumn.at(fields.get(i), i)).toList();
  }

  /// Rows that only a query reads, or why they are not here.
  void show(TableInfo info, QueriedRows preview) {
    byQuery.show(info, preview);
    boolean again = preview.equals(shownPreview) && controller.looksAt(info);
    shownPreview = preview;
    if (preview instanceof QueriedRows.Read read && !again) {
      free.setVisible(false);
      readHow.setText(byQuery.said(read));
      List<Row> rows = read.sql().rows(read.rows());
      List<GridColumn> columns =
          columns(
              info.schema().fields(), read.sql().columns().stream().mapToInt(Integer::intValue));
      controller.onRowsShown(info, columns);
      sorting.open(
          columns,
          (start, count, arrived, _) -> {
            int from = (int) Math.min(start, rows.size());
            arrived.accept(rows.subList(from, Math.min(from + count, rows.size())));
            return () -> {};
          },
          rows.size(),
          _ -> {});
    }
    showsRows = preview instanceof QueriedRows.NotNeeded || preview instanceof QueriedRows.Read;
    turn(tabs.chosen().get());
  }

  private void fact(String name, String text) {
    Label what = new Label(name);
    what.getStyleClass().add("quiet");
    Label said = new Label(text);
    said.setWrapText(true);
    details.addRow(details.getRowCount(), what, said);
  }
}
