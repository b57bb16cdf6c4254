package dev.pollux.ui.browser;

import dev.pollux.domain.TableRef;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.FailureText;
import dev.pollux.ui.kit.StatePane;
import dev.pollux.ui.kit.View;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The tree on the left, the chosen table on the right.
final class BrowserView extends View<SplitPane> {
  private final BrowserModel model;
  private final BrowserController controller;
  private final Words words;
  private final TextField filter;
  private final TreeView<CatalogNode> tree = new TreeView<>();
  private final CatalogItem top;
  private final TablePane table;
  private final StatePane state;

  BrowserView(BrowserModel model, BrowserController controller, Words words) {
    super(new SplitPane());
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.table = new TablePane(controller, words);
    this.state = new StatePane(table.root(), words);
    this.top =
        new CatalogItem(
            new CatalogNode.Root(),
            new CatalogItem.Asker(controller::children, words.get("browser.tree.loading")),
            null);
    this.filter = filter();
    tree.setId("browser-tree");
    tree.setAccessibleText(words.get("browser.tree.accessible"));
    tree.setRoot(top);
    tree.setShowRoot(false);
    tree.setFixedCellSize(28);
    tree.setCellFactory(_ -> new CatalogCell(controller, words));
    tree.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
    tree.addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
    VBox.setVgrow(tree, Priority.ALWAYS);
    VBox left = new VBox(8, filter, tree);
    left.getStyleClass().addAll("browser-left", "side");
    left.setMinWidth(240);
    SplitPane.setResizableWithParent(left, false);
    root().getItems().addAll(left, state.node());
    root().setDividerPositions(0.235);
  }

  private TextField filter() {
    CustomTextField field = (CustomTextField) TextFields.createClearableTextField();
    field.setId("browser-filter");
    field.setPromptText(words.get("browser.filter"));
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
    onDetach(model.filter().subscribe(top::narrow)::unsubscribe);
    onDetach(model.shown().subscribe(this::show)::unsubscribe);
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

  void reloadTree() {
    top.reload();
  }

  void reloadDatasets() {
    TreeItem<CatalogNode> selected = tree.getSelectionModel().getSelectedItem();
    top.reloadDatasets(item -> selected != null && item.equals(selected.getParent()));
  }

  private void onSelected(TreeItem<CatalogNode> item) {
    if (item == null) {
      return;
    }
    switch (item.getValue()) {
      case CatalogNode.TableNode node -> open(node.entry().ref());
      case CatalogNode.Shelved shelved -> open(shelved.ref());
      case CatalogNode.Root _,
          CatalogNode.Shelf _,
          CatalogNode.Project _,
          CatalogNode.DatasetNode _,
          CatalogNode.Note _ -> {}
    }
  }

  private void open(TableRef ref) {
    if (model.table().filter(info -> info.ref().equals(ref)).isEmpty()) {
      controller.open(ref);
    }
  }

  /// Other shelves; what is selected would slip to a neighbour, and open it.
  void shelve(List<CatalogNode> shelves) {
    tree.getSelectionModel().clearSelection();
    top.shelve(shelves);
    table.showPin();
  }

  void find() {
    filter.requestFocus();
    filter.selectAll();
  }

  private void show(BrowserModel.Shown shown) {
    switch (shown) {
      case BrowserModel.Shown.Nothing _ -> state.empty(words.get("browser.nothing"), "", () -> {});
      case BrowserModel.Shown.Loading _ -> state.loading();
      case BrowserModel.Shown.Failed failed -> state.failed(failed.why(), controller::onRetry);
      case BrowserModel.Shown.Table found -> {
        table.show(found.info());
        state.content();
      }
    }
  }

  private void showRowProblem(Optional<FailureText> problem) {
    problem.ifPresent(why -> state.failed(why, controller::onRetry));
  }
}
