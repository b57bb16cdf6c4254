package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// Escape closes what is on top: what floats first, and of each the one that was opened last.
class LayersTest extends ApplicationTest {
  private final StackPane root = new StackPane(new TextField());
  private final List<String> closed = new ArrayList<>();

  @Override
  public void start(Stage shared) {
    Stage stage = new Stage();
    stage.setScene(new Scene(root, 300, 200));
    stage.show();
    stage.requestFocus();
    root.getChildren().getFirst().requestFocus();
  }

  private BooleanProperty layer(String name, boolean floats, Pane node) {
    BooleanProperty open = new SimpleBooleanProperty();
    Runnable close =
        () -> {
          closed.add(name);
          open.set(false);
        };
    interact(() -> {
      if (floats) {
        Layers.floats(node, open, close);
      } else {
        Layers.lies(node, open, close);
      }
      root.getChildren().addFirst(node);
    });
    return open;
  }

  private void escape(int times) {
    for (int i = 0; i < times; i++) {
      push(KeyCode.ESCAPE);
    }
  }

  @Test
  void whatFloatsClosesBeforeWhatLiesAndTheLastFirst() {
    BooleanProperty pane = layer("pane", false, new Pane());
    BooleanProperty palette = layer("palette", true, new Pane());
    BooleanProperty help = layer("help", true, new Pane());
    BooleanProperty bar = layer("bar", false, new Pane());
    interact(() -> List.of(palette, pane, help, bar).forEach(open -> open.set(true)));
    escape(5);
    assertThat(closed).containsExactly("help", "palette", "bar", "pane");
  }

  @Test
  void whatNobodySeesStaysOpen() {
    Pane page = new Pane();
    Pane inside = new Pane();
    BooleanProperty hidden = layer("hidden", false, page);
    BooleanProperty within = new SimpleBooleanProperty();
    interact(() -> {
      page.getChildren().add(inside);
      Layers.lies(inside, within, () -> closed.add("within"));
      hidden.set(true);
      within.set(true);
      page.setVisible(false);
    });
    escape(2);
    assertThat(closed).isEmpty();
    interact(() -> page.setVisible(true));
    escape(1);
    assertThat(closed).containsExactly("within");
  }

  @Test
  void whatLeftTheWindowIsForgotten() {
    Pane gone = new Pane();
    BooleanProperty open = layer("gone", false, gone);
    interact(() -> {
      open.set(true);
      root.getChildren().remove(gone);
    });
    escape(1);
    assertThat(closed).isEmpty();
  }
}
