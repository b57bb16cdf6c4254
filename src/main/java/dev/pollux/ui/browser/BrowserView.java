package dev.pollux.ui.browser;

import dev.pollux.domain.table.TableRef;
import dev.pollux.text.Words;
import dev.pollux.ui.browser.imports.ImportController;
import dev.pollux.ui.browser.profile.ProfileController;
import dev.pollux.ui.catalog.CatalogCell;
import dev.pollux.ui.catalog.CatalogItem;
import dev.pollux.ui.catalog.CatalogNode;
import dev.pollux.ui.catalog.HeldSelection;
import dev.pollux.ui.catalog.TreeNotes;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.kit.KeptSplit;
import dev.pollux.ui.kit.Lazy;
import dev.pollux.ui.kit.StatePane;
import dev.pollux.ui.kit.View;
import dev.pollux.ui.sorting.RowSorting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The tree on the left, the chosen table on the right.
final class BrowserView extends View<SplitPane> {
  private final BrowserModel model;
  private final BrowserController controller;
  private final Words words;
  private final TextField filter;
  private final TreeView<CatalogNode> tree = new TreeView<>();
  private final HeldSelection held = new HeldSelection(tree);
  private final CatalogItem top;
  private final ImportController imports;
  private final ImportButton importing;
  private final Lazy<TablePane> table;
  private final StatePane state;
  private final StackPane right = new StackPane();

  BrowserView(
      BrowserModel model,
      BrowserController controller,
      RowSorting sorting,
      ImportController imports,
      ProfileController profile,
      Words words) {
    super(new SplitPane());
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.imports = imports;
    this.importing = new ImportButton(words, controller::importFile);
    this.table = new Lazy<>(() -> new TablePane(controller, sorting, profile, words));
    this.state = new StatePane(() -> table.get().root(), words);
    this.top =
        new CatalogItem(
            new CatalogNode.Root(),
            new CatalogItem.Asker(
                controller::children,
                words.get("browser.tree.loading"),
                number -> words.get("browser.tree.rest", number),
                held::during),
            null);
    this.filter = filter();
    TableMenu menu = new TableMenu(controller, words);
    tree.setId("browser-tree");
    tree.getStyleClass().add("catalog-tree");
    tree.setAccessibleText(words.get("browser.tree.accessible"));
    tree.setRoot(top);
    tree.setShowRoot(false);
    tree.setFixedCellSize(28);
    tree.setCellFactory(_ -> new CatalogCell(menu::of));
    tree.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
    tree.addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
    tree.setOnContextMenuRequested(event -> menu.onKey(event, tree));
    tree.addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPressed);
    tree.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    VBox.setVgrow(tree, Priority.ALWAYS);
    TreeNotes notes = new TreeNotes(tree, "browser-tree-said");
    VBox left = new VBox(8, filter, everywhere(), noHit(), tree, notes.node(), importing.node());
    left.getStyleClass().addAll("browser-left", "side");
    left.setMinWidth(256);
    SplitPane.setResizableWithParent(left, false);
    state.node().visibleProperty().bind(imports.isOpen().map(open -> !open));
    right.getChildren().add(state.node());
    root().getItems().addAll(left, right);
    KeptSplit.of(root(), "browser-split", 0.235);
  }

  void chooseFile() {
    importing.choose();
  }

  /// The pane of imports stands beside the table from the first file on.
  private void showImports(boolean open) {
    if (open && right.getChildren().size() == 1) {
      imports.root().visibleProperty().bind(imports.isOpen());
      right.getChildren().add(imports.root());
    }
  }

  /// What the filter does not find among what is loaded can be looked for in all projects.
  private VBox everywhere() {
    Button search = new Button(words.get("browser.search"));
    search.setId("browser-search-everywhere");
    search.setMaxWidth(Double.MAX_VALUE);
    search.setOnAction(_ -> controller.onSearchEverywhere());
    Label said = new Label();
    said.setId("browser-searched");
    said.getStyleClass().add("caption");
    said.setWrapText(true);
    said.textProperty().bind(model.searched());
    said.visibleProperty().bind(model.searched().isNotEmpty());
    said.managedProperty().bind(said.visibleProperty());
    VBox box = new VBox(4, search, said);
    box.visibleProperty().bind(filter.textProperty().isNotEmpty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  /// A tree without a line says why.
  private Label noHit() {
    Label none = new Label(words.get("browser.filter.none"));
    none.setId("browser-no-hit");
    none.getStyleClass().add("quiet");
    none.setWrapText(true);
    none.visibleProperty()
        .bind(Bindings.isEmpty(top.getChildren()).and(filter.textProperty().isNotEmpty()));
    none.managedProperty().bind(none.visibleProperty());
    return none;
  }

  /// The ring goes to the line that is pressed, also where only its arrow is: else who comes by an
  /// arrow finds it on the first line.
  private void onPressed(MouseEvent press) {
    for (@Nullable Node at = press.getPickResult().getIntersectedNode();
        at != null && !at.equals(tree);
        at = at.getParent()) {
      if (at instanceof TreeCell<?> cell && !cell.isEmpty()) {
        tree.getFocusModel().focus(cell.getIndex());
        return;
      }
    }
  }

  /// Enter opens or closes what holds others.
  private void onKey(KeyEvent key) {
    TreeItem<CatalogNode> item = tree.getFocusModel().getFocusedItem();
    if (key.getCode() == KeyCode.ENTER && item != null && !item.isLeaf()) {
      item.setExpanded(!item.isExpanded());
      key.consume();
    }
  }

  private TextField filter() {
    CustomTextField field = (CustomTextField) TextFields.createClearableTextField();
    field.setId("browser-filter");
    field.setPromptText(words.get("browser.filter"));
    field.setAccessibleText(words.get("browser.filter"));
    field.setLeft(new FontIcon(MaterialDesignF.FILTER_VARIANT));
    field.textProperty().subscribe(controller::onFilter);
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            tree.requestFocus();
          }
        });
    return field;
  }

  @Override
  protected void attach() {
    top.setExpanded(true);
    onDetach(model.filter().subscribe(text -> held.during(() -> top.narrow(text)))::unsubscribe);
    onDetach(imports.isOpen().subscribe(this::showImports)::unsubscribe);
    onDetach(model.shown().subscribe(this::show)::unsubscribe);
    onDetach(model.preview().subscribe(this::showPreview)::unsubscribe);
    onDetach(model.rowProblem().subscribe(this::showRowProblem)::unsubscribe);
  }

  /// Typing anywhere in the tree filters it.
  private void onTyped(KeyEvent event) {
    String typed = event.getCharacter();
    if (!typed.isBlank() && !Character.isISOControl(typed.charAt(0)) && !event.isShortcutDown()) {
      filter.setText(filter.getText() + typed);
      filter.requestFocus();
      filter.end();
    }
  }

  /// What was open and typed in another view is so in this one.
  void goOnFrom(BrowserView before) {
    top.openAs(before.top);
    filter.setText(before.filter.getText());
    before.table.ifMade(shown -> table.get().goOnFrom(shown));
    TreeItem<CatalogNode> line = before.tree.getSelectionModel().getSelectedItem();
    if (line != null && line.getValue() instanceof CatalogNode.TableNode node) {
      whenListed(node.entry().ref(), false);
    }
  }

  /// The pane in which a table is shown.
  Parent table() {
    return table.get().root();
  }

  void reloadTree() {
    top.reload();
  }

  void reloadDatasets() {
    TreeItem<CatalogNode> selected = tree.getSelectionModel().getSelectedItem();
    top.reloadDatasets(item -> selected != null && item.equals(selected.getParent()));
  }

  private void onSelected(@Nullable TreeItem<CatalogNode> item) {
    if (item != null && item.getValue().table().isPresent() && !held.isChanging()) {
      imports.leave();
      item.getValue().table().ifPresent(this::open);
    }
  }

  private void open(TableRef ref) {
    if (!model.isAbout(ref)) {
      controller.open(ref);
    }
  }

  /// Other shelves. A line that is selected on one of them goes with it; any other stays selected.
  void shelve(List<CatalogNode> shelves) {
    held.during(() -> top.shelve(shelves));
    table.ifMade(TablePane::showPin);
  }

  /// Shows all that is known of the table that is open, or is about to be.
  void details() {
    table.get().showDetails();
  }

  /// Brings a line into view: of a project, or of a dataset in it.
  void reveal(TableRef of, boolean dataset) {
    top.reveal(node -> node instanceof CatalogNode.Project(String id) && id.equals(of.project()))
        .ifPresent(project -> {
          project.setExpanded(true);
          CatalogItem wanted =
              project.reveal(node -> dataset && node.label().equals(of.dataset())).orElse(project);
          wanted.setExpanded(true);
          tree.getSelectionModel().select(wanted);
          tree.scrollTo(tree.getRow(wanted));
          tree.requestFocus();
        });
  }

  /// The tables that the tree knows of.
  Stream<TableRef> listed() {
    return top.tables();
  }

  /// Goes to the import or the table that is shown, or to the button of what stands in its place;
  /// else to the tree.
  void focus() {
    if (imports.isOpen().getValue()) {
      imports.focus();
    } else if (!state.focus()) {
      if (model.table().isPresent()) {
        table.get().focus();
      } else {
        focusTree();
      }
    }
  }

  /// The ring is on a line, and who was on none is on the first.
  private void focusTree() {
    if (tree.getFocusModel().getFocusedIndex() < 0) {
      tree.getFocusModel().focus(0);
    }
    tree.requestFocus();
  }

  /// Lists the datasets again, and selects a table that has just been made, as soon as it is there.
  void reloadFor(TableRef made) {
    held.forget();
    top.reloadDatasets(_ -> false);
    whenListed(made, true);
  }

  /// Marks a table that is opened without the tree, as soon as it is listed.
  ///
  /// @param open whether what holds it is opened
  private void whenListed(TableRef table, boolean open) {
    top.whenListed(
        node -> node instanceof CatalogNode.Project(String id) && id.equals(table.project()),
        project -> {
          project.setExpanded(open || project.isExpanded());
          project.whenListed(
              node ->
                  node instanceof CatalogNode.DatasetNode && node.label().equals(table.dataset()),
              dataset -> {
                dataset.setExpanded(open || dataset.isExpanded());
                dataset.whenListed(
                    node -> node.table().filter(table::equals).isPresent(), this::mark);
              });
        });
  }

  private void mark(CatalogItem item) {
    if (tree.getRow(item) >= 0) {
      held.mark(item);
    }
  }

  void find() {
    if (!table.made().map(TablePane::find).orElse(false)) {
      filter.requestFocus();
      filter.selectAll();
    }
  }

  private void show(BrowserModel.Shown shown) {
    switch (shown) {
      case BrowserModel.Shown.Nothing _ -> state.empty(words.get("browser.nothing"), "", () -> {});
      case BrowserModel.Shown.Waiting(String what) -> state.waiting(what);
      case BrowserModel.Shown.Loading _ -> state.loading();
      case BrowserModel.Shown.Failed failed -> state.failed(failed.why(), controller::onRetry);
      case BrowserModel.Shown.Table found -> {
        table.get().show(found);
        showPreview(model.preview().get());
        state.content();
      }
    }
  }

  private void showPreview(QueriedRows preview) {
    model.table().ifPresent(info -> table.get().show(info, preview));
  }

  private void showRowProblem(Optional<FailureText> problem) {
    problem.ifPresent(why -> state.failed(why, controller::onRetry));
  }
}
