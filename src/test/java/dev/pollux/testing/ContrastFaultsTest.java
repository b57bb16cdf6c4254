package dev.pollux.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// Words that stand out too little are seen, on whatever ground, and others are passed over.
@ExtendWith(ApplicationExtension.class)
class ContrastFaultsTest {
  private Stage stage;

  /// A window of its own: another test may have sized and coloured the one that all share.
  @Start
  void start(Stage shared) {
    Application.setUserAgentStylesheet(Application.STYLESHEET_MODENA);
    stage = new Stage();
  }

  @Stop
  void stop() {
    stage.hide();
  }

  private List<String> faults(FxRobot robot, Node... nodes) {
    List<String> all = new ArrayList<>();
    robot.interact(() -> {
      Scene scene = new Scene(new VBox(8, nodes), 300, 200);
      stage.setScene(scene);
      stage.show();
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      all.addAll(ContrastFaults.of(scene));
    });
    return all;
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.setStyle(style);
    return label;
  }

  @Test
  void greyOnWhiteIsSeenWhereItIsTooFaint(FxRobot robot) {
    assertThat(faults(robot, label("faint", "-fx-background-color: white; -fx-text-fill: #777777")))
        .singleElement()
        .asString()
        .contains("contrast 4.5, not 4.5", "faint");
    assertThat(faults(robot, label("clear", "-fx-background-color: white; -fx-text-fill: #767676")))
        .isEmpty();
  }

  @Test
  void theGroundIsWhatIsBehindTheWord(FxRobot robot) {
    assertThat(
            faults(robot, label("dark", "-fx-background-color: #222222; -fx-text-fill: #555555")))
        .hasSize(1);
    Label inside = label("inside", "-fx-text-fill: white");
    StackPane chip = new StackPane(inside);
    chip.setStyle("-fx-background-color: #2da44e");
    assertThat(faults(robot, chip)).singleElement().asString().contains("contrast 3.2");
  }

  @Test
  void whatShinesThroughIsFainter(FxRobot robot) {
    Label label = label("half", "-fx-background-color: white; -fx-text-fill: #333333");
    assertThat(faults(robot, label)).isEmpty();
    Label half = label("half", "-fx-text-fill: #333333");
    half.setOpacity(0.4);
    assertThat(faults(robot, half)).hasSize(1);
  }

  @Test
  void largeWordsAndIconsNeedLess(FxRobot robot) {
    String grey = "-fx-background-color: white; -fx-text-fill: #888888; -fx-font-size: 24px";
    assertThat(faults(robot, label("large", grey))).isEmpty();
    FontIcon icon = new FontIcon(MaterialDesignC.CHECK_CIRCLE);
    icon.setIconColor(Color.web("#888888"));
    assertThat(faults(robot, icon)).isEmpty();
    FontIcon faint = new FontIcon(MaterialDesignC.CHECK_CIRCLE);
    faint.setIconColor(Color.web("#bbbbbb"));
    assertThat(faults(robot, faint)).singleElement().asString().contains("not 3.0");
  }

  @Test
  void thePromptOfAFieldCounts(FxRobot robot) {
    TextField field = new TextField();
    field.setPromptText("a faint prompt");
    field.setStyle("-fx-prompt-text-fill: #aaaaaa; -fx-control-inner-background: white");
    Label first = new Label("takes the focus");
    first.setFocusTraversable(true);
    assertThat(faults(robot, first, field)).singleElement().asString().contains("a faint prompt");
  }

  @Test
  void whatIsDisabledOrCoveredDoesNotCount(FxRobot robot) {
    Label off = label("off", "-fx-background-color: white; -fx-text-fill: #bbbbbb");
    off.setDisable(true);
    assertThat(faults(robot, off)).isEmpty();
    Label below = label("below", "-fx-background-color: white; -fx-text-fill: #bbbbbb");
    Label above = label("above it all", "-fx-background-color: white; -fx-text-fill: black");
    assertThat(faults(robot, new StackPane(below, above))).isEmpty();
  }
}
