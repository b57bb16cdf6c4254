package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.testing.ContrastFaults;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// Words in high contrast stand out from each ground at 7 to 1, as WCAG 1.4.6 asks.
class HighContrastTest extends ApplicationTest {
  private static final double WCAG_AAA = 7;
  private static final List<String> WORDS =
      List.of(
          "label",
          "caption",
          "quiet",
          "heading",
          "problem",
          "warning-text",
          "ok-text",
          "accent-text");
  private Scene scene;

  @Override
  public void start(Stage stage) {
    AppTheme.loadFonts();
    AppTheme.theme(false);
    scene = new Scene(new HBox(ground("pane"), ground("side")), 900, 600);
    AppTheme.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static VBox ground(String style) {
    List<Node> all = new ArrayList<>();
    for (String word : WORDS) {
      Label label = new Label(word);
      label.getStyleClass().add(word);
      all.add(label);
    }
    for (String badge : List.of("simulated", "accent")) {
      Label label = new Label("badge " + badge);
      label.getStyleClass().addAll("badge", badge);
      all.add(label);
    }
    for (String kind : List.of("usual", "accent", "success", "danger", "flat")) {
      Button button = new Button("button " + kind);
      button.getStyleClass().add(kind);
      all.add(button);
    }
    all.add(new CheckBox("check box"));
    all.add(new TextField("text"));
    VBox box = new VBox(6, all.toArray(Node[]::new));
    box.getStyleClass().add(style);
    box.setPrefWidth(450);
    return box;
  }

  private List<String> faults(boolean dark, boolean contrast) {
    List<String> found = new ArrayList<>();
    interact(() -> {
      AppTheme.theme(dark, contrast);
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      found.addAll(ContrastFaults.of(scene, WCAG_AAA));
    });
    return found;
  }

  @Test
  void allWordsStandOut() {
    assertThat(faults(false, true)).as("light").isEmpty();
    assertThat(faults(true, true)).as("dark").isEmpty();
    assertThat(faults(false, false)).as("the usual theme is not as strong").isNotEmpty();
  }

  @Test
  void theButtonWithTheFocusDoesToo() {
    for (Node button : scene.getRoot().lookupAll(".button")) {
      interact(button::requestFocus);
      assertThat(faults(false, true)).as("light, %s", button).isEmpty();
      assertThat(faults(true, true)).as("dark, %s", button).isEmpty();
    }
  }
}
