package dev.pollux.ui.wizard.requests;

import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.trial.Trial;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.requests.RequestsModel.Page;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.ToggleChoice;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// What comes of the requests, and which rows and columns they are made of: a page for each tab,
/// with the start of a trial always in reach.
final class RightPane {
  private final RequestsController controller;
  private final Words words;
  private final ToggleChoice<Page> tabs;
  private final ToggleButton rowsTab;
  private final ToggleButton trialTab;
  private final PreviewPane preview;
  private final RowsPane rows;
  private final ColumnsPane columns;
  private final FilesPane files;
  private final Parent trialBar;
  private final Node trialPage;
  private final Node rowsPage;
  private final Node columnsPage;
  private final BorderPane root = new BorderPane();

  RightPane(
      DraftModel model,
      RequestsController controller,
      Words words,
      Parent trialBar,
      Parent trialPage) {
    this.controller = controller;
    this.words = words;
    this.trialBar = trialBar;
    this.trialPage = trialPage;
    preview = new PreviewPane(model, controller, words);
    rows = new RowsPane(model, controller, words);
    columns = new ColumnsPane(controller, words);
    files = new FilesPane(controller, words);
    rowsPage = page(rows.root());
    columnsPage = page(new VBox(20, columns.root(), files.root()));
    tabs = ToggleChoice.tabs(Page.PREVIEW, controller::onPage);
    tabs.add(Page.PREVIEW, "wizard-tab-preview", words.get("wizard.requests.tab.preview"));
    trialTab = tabs.add(Page.TRIAL, "wizard-tab-trial", words.get("wizard.requests.tab.trial"));
    rowsTab = tabs.add(Page.ROWS, "wizard-tab-rows", words.get("wizard.requests.tab.rows"));
    tabs.add(Page.COLUMNS, "wizard-tab-columns", words.get("wizard.requests.tab.columns"));
    FontIcon mark = new FontIcon(MaterialDesignA.ALERT_CIRCLE);
    mark.getStyleClass().add("icon-danger");
    rowsTab.setGraphic(mark);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(8, tabs.tabs(), space, trialBar);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("studio-tabs", "line-bottom");
    root.setTop(bar);
    root.setId("wizard-studio-right");
  }

  /// What is longer than its page is scrolled in it.
  private static Node page(Region content) {
    content.getStyleClass().add("studio-page");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("wizard-scroll");
    return scroll;
  }

  Region root() {
    return root;
  }

  void show(DraftState state) {
    boolean own = state.ownRequests();
    trialBar.setVisible(!own);
    trialTab.setVisible(!own);
    rowsTab.setVisible(!own);
    tabs.button(Page.COLUMNS).setVisible(!own);
    int tried = state.trial().map(Trial::rows).map(list -> list.size()).orElse(0);
    trialTab.setText(
        tried == 0
            ? words.get("wizard.requests.tab.trial")
            : words.get("wizard.requests.tab.trial-of", tried));
    rowsTab.getGraphic().setVisible(controller.rowsFinding().filter(RowsPane::isWrong).isPresent());
    rowsTab.getGraphic().setManaged(rowsTab.getGraphic().isVisible());
    rows.show(state);
    columns.show(state);
    files.show(state);
    if (own) {
      controller.onPage(Page.PREVIEW);
    }
  }

  void showPage(Page page) {
    tabs.show(page);
    root.setCenter(
        switch (page) {
          case PREVIEW -> preview.root();
          case TRIAL -> trialPage;
          case ROWS -> rowsPage;
          case COLUMNS -> columnsPage;
        });
  }

  void showPreview(RequestsModel screen) {
    preview.show(screen);
  }

  void focusRows() {
    // The page may have come to the front just now, and what has no skin takes no focus.
    root.applyCss();
    rows.focus();
  }
}
