package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A divider is where a person left it, in the next window too; what the window's size does to it
/// is not kept.
class KeptSplitTest extends ApplicationTest {
  private final Map<String, Double> kept = new HashMap<>();
  private Stage stage;
  private SplitPane split;

  @Override
  public void start(Stage shared) {
    open();
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private void open() {
    stage = new Stage();
    split = new SplitPane(new Pane(), new Pane());
    KeptSplit.of(split, "halves", 0.5);
    StackPane root = new StackPane();
    Scene scene = new Scene(root, 600, 300);
    LayoutMemory.put(scene, new Memory());
    root.getChildren().add(split);
    stage.setScene(scene);
    stage.show();
  }

  private void openAnew() {
    interact(() -> {
      stage.close();
      open();
    });
  }

  private double position() {
    return split.getDividerPositions()[0];
  }

  private void drag(double by) {
    Node divider = split.lookup(".split-pane-divider");
    drag(divider, MouseButton.PRIMARY).moveBy(by / 2, 0).moveBy(by / 2, 0).drop();
  }

  @Test
  void isWhereItWasLeftInTheNextWindow() {
    assertThat(position()).isCloseTo(0.5, within(0.02));
    drag(120);
    double left = position();
    assertThat(left).as("the first bit of a drag only begins it").isGreaterThan(0.55);
    openAnew();
    assertThat(position()).isCloseTo(left, within(0.02));
  }

  @Test
  void anotherSizeOfTheWindowIsNotKept() {
    interact(() -> stage.setWidth(900));
    interact(() -> split.setDividerPositions(0.9));
    assertThat(kept).isEmpty();
    openAnew();
    assertThat(position()).isCloseTo(0.5, within(0.02));
  }

  @Test
  void keepsItsShareWhateverSizeItIsLaidOutAtFirst() {
    kept.put("halves", 0.25);
    interact(() -> {
      split = new SplitPane(new Pane(), new Pane());
      SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
      KeptSplit.of(split, "halves", 0.5);
      StackPane root = (StackPane) stage.getScene().getRoot();
      Pane outOfSight = new Pane(split);
      root.getChildren().setAll(outOfSight);
      split.resize(1000, 700);
      split.applyCss();
      split.layout();
      outOfSight.getChildren().clear();
      root.getChildren().setAll(split);
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(position()).as("where it was laid out before").isCloseTo(0.25, within(0.01));
    interact(() -> stage.setWidth(900));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(position()).as("the window finds its place").isCloseTo(0.25, within(0.01));
    drag(60);
    double side = position() * split.getWidth();
    interact(() -> stage.setWidth(1100));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(position() * split.getWidth())
        .as("a side that a person has used keeps its width")
        .isCloseTo(side, within(2.0));
  }

  @Test
  void noSideIsOutOfReach() {
    for (double far : new double[] {0, 1, -3, 7}) {
      kept.put("halves", far);
      openAnew();
      assertThat(position()).isBetween(0.05, 0.95);
    }
  }

  private final class Memory implements LayoutMemory {
    @Override
    public OptionalDouble split(String pane) {
      return kept.containsKey(pane) ? OptionalDouble.of(kept.get(pane)) : OptionalDouble.empty();
    }

    @Override
    public void keepSplit(String pane, double position) {
      kept.put(pane, position);
    }

    @Override
    public OptionalDouble columnWidth(String column) {
      return OptionalDouble.empty();
    }

    @Override
    public void keepColumnWidth(String column, double width) {}

    @Override
    public Optional<Boolean> columnShown(String column) {
      return Optional.empty();
    }

    @Override
    public void keepColumnShown(String column, boolean shown) {}
  }
}
