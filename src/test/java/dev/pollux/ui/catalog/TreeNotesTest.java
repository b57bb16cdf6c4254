package dev.pollux.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ui.kit.AppTheme;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// What a line of the tree has no room for is read below it, without a mouse.
class TreeNotesTest extends ApplicationTest {
  private static final String WHOLE =
      "You may not list the tables of team_only. Ask for the role BigQuery Metadata Viewer.";
  private Stage stage;
  private TreeView<CatalogNode> tree;
  private Button before;

  @Override
  public void start(Stage shared) {
    AppTheme.loadFonts();
    TreeItem<CatalogNode> top = new TreeItem<>(new CatalogNode.Root());
    top.getChildren().add(new TreeItem<>(new CatalogNode.Project("pollux-sandbox")));
    top.getChildren().add(new TreeItem<>(new CatalogNode.Note("You may not…", true, WHOLE)));
    tree = new TreeView<>(top);
    tree.setShowRoot(false);
    tree.setCellFactory(_ -> new CatalogCell(_ -> null));
    before = new Button("before");
    stage = new Stage();
    stage.setScene(new Scene(new VBox(before, tree, new TreeNotes(tree, "said").node()), 240, 400));
    AppTheme.dress(stage.getScene(), "browser");
    stage.show();
    stage.requestFocus();
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private Label said() {
    return lookup("#said").query();
  }

  @Test
  void theLineWithTheKeyboardIsReadInFull() {
    interact(before::requestFocus);
    push(KeyCode.TAB);
    assertThat(tree.getFocusModel().getFocusedIndex()).as("there is a ring at once").isZero();
    assertThat(said().isVisible()).isFalse();
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    assertThat(said().getText()).isEqualTo(WHOLE);
    interact(() -> stage.getScene().getRoot().layout());
    assertThat(said().getHeight()).as("on several lines").isGreaterThan(40);
    push(KeyCode.UP);
    assertThat(said().isVisible()).isFalse();
  }
}
