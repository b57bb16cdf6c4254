package dev.pollux.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// Each kind of fault is planted once and seen, and what is none is passed over.
@ExtendWith(ApplicationExtension.class)
class LayoutFaultsTest {
  private static final String LONG = "Rather a long text that needs more room than it has got";
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
      VBox root = new VBox(8, nodes);
      root.setFillWidth(false);
      stage.setScene(new Scene(root, 300, 200));
      stage.show();
    });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> {
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
      all.addAll(LayoutFaults.of(stage.getScene()));
    });
    return all;
  }

  private static <T extends Region> T narrow(T node) {
    node.setMinWidth(60);
    node.setMaxWidth(60);
    node.setAccessibleText("named");
    return node;
  }

  @Test
  void aScreenWithoutFaultsHasNone(FxRobot robot) {
    assertThat(faults(robot, new Label("short"), new Button("press"), new HBox(4, new Label("x"))))
        .isEmpty();
  }

  @Test
  void wordsThatAreCutAreSeen(FxRobot robot) {
    assertThat(faults(robot, narrow(new Label(LONG)))).singleElement().asString().contains("cut");
    assertThat(faults(robot, narrow(new Button(LONG)))).singleElement().asString().contains("cut");
  }

  @Test
  void aTextOfTwoLinesInOneIsSeen(FxRobot robot) {
    Label label = new Label(LONG);
    label.setWrapText(true);
    label.setMinSize(200, 18);
    label.setMaxSize(200, 18);
    assertThat(faults(robot, label)).singleElement().asString().contains("cut");
  }

  @Test
  void aTextInABoxThatIsTooLowIsSeen(FxRobot robot) {
    Label label = new Label("low");
    label.setMinHeight(5);
    label.setMaxHeight(5);
    assertThat(faults(robot, label)).singleElement().asString().contains("cut in height");
  }

  @Test
  void theChoiceOfABoxThatIsCutIsSeen(FxRobot robot) {
    ComboBox<String> box = narrow(new ComboBox<>());
    box.getItems().add(LONG);
    box.setValue(LONG);
    assertThat(faults(robot, box)).singleElement().asString().contains("cut");
  }

  @Test
  void aPromptOrAFigureThatIsCutIsSeen(FxRobot robot) {
    TextField field = narrow(new TextField());
    field.setPromptText(LONG);
    Spinner<Integer> figure = narrow(new Spinner<>(0, 100_000_000, 12_345_678));
    assertThat(faults(robot, field)).singleElement().asString().contains("in the field");
    assertThat(faults(robot, figure)).singleElement().asString().contains("in the field");
  }

  @Test
  void whatAPersonWroteMayBeLongerThanItsField(FxRobot robot) {
    TextField field = narrow(new TextField(LONG));
    field.setPromptText("name");
    assertThat(faults(robot, field)).isEmpty();
  }

  private static TableView<String> table() {
    TableView<String> table = new TableView<>();
    table.setAccessibleText("named");
    table.setPrefSize(250, 120);
    return table;
  }

  private static TableColumn<String, String> column(String head) {
    TableColumn<String, String> column = new TableColumn<>(head);
    column.setCellValueFactory(
        cell -> new javafx.beans.property.SimpleStringProperty(cell.getValue()));
    column.setPrefWidth(100);
    return column;
  }

  @Test
  void aHeadOfATableThatIsCutIsSeen(FxRobot robot) {
    TableView<String> table = table();
    table.getColumns().add(column(LONG));
    assertThat(faults(robot, table)).singleElement().asString().contains("cut");
  }

  @Test
  void aValueIsCutInAGridOnly(FxRobot robot) {
    TableView<String> table = table();
    table.getColumns().add(column("head"));
    table.getItems().add(LONG);
    assertThat(faults(robot, table)).singleElement().asString().contains("cut");
    TableView<String> grid = table();
    grid.getStyleClass().add("data-grid");
    grid.getColumns().add(column("head"));
    grid.getItems().add(LONG);
    assertThat(faults(robot, grid)).isEmpty();
  }

  @Test
  void nodesThatLieOnOneAnotherAreSeen(FxRobot robot) {
    Label one = new Label("one");
    Label other = new Label("other");
    other.relocate(8, 4);
    Pane pane = new Pane(one, other);
    pane.setPrefSize(200, 60);
    assertThat(faults(robot, pane)).singleElement().asString().contains("on one another");
    StackPane layers = new StackPane(new Label("one"), new Label("other"));
    assertThat(faults(robot, layers)).as("layers are meant to").isEmpty();
  }

  @Test
  void whatLeavesItsPlaceIsSeenUnlessItIsScrolled(FxRobot robot) {
    Button wide = new Button("wide");
    wide.setMinWidth(180);
    HBox box = new HBox(wide);
    box.setMinWidth(100);
    box.setMaxWidth(100);
    assertThat(faults(robot, box)).singleElement().asString().contains("leaves its place");
    Button long1 = new Button("wide");
    long1.setMinWidth(180);
    ScrollPane scroll = new ScrollPane(long1);
    scroll.setMinSize(100, 60);
    scroll.setMaxSize(100, 60);
    assertThat(faults(robot, scroll)).isEmpty();
  }

  @Test
  void whatLeavesTheWindowIsSeen(FxRobot robot) {
    Button wide = new Button("wide");
    wide.setMinWidth(380);
    assertThat(faults(robot, wide)).anyMatch(fault -> fault.contains("leaves the window"));
  }

  @Test
  void aControlWithoutANameIsSeen(FxRobot robot) {
    assertThat(faults(robot, new Button())).singleElement().asString().contains("no name");
    assertThat(faults(robot, new TextField())).singleElement().asString().contains("no name");
    TextField named = new TextField();
    Label label = new Label("Name");
    label.setLabelFor(named);
    assertThat(faults(robot, label, named)).isEmpty();
  }
}
