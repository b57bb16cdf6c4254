package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ui.kit.code.EditorKeys;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;

/// Whoever goes on by Tab sees where they are: each kind of control looks different while it has
/// the focus.
class FocusRingTest extends ApplicationTest {
  /// A ring around a small button has more.
  private static final int LEAST_PIXELS = 60;

  private static final int AROUND = 4;
  private final FlowPane root = new FlowPane(16, 16);
  private Stage stage;

  @Override
  public void start(Stage shared) {
    AppTheme.loadFonts();
    root.setPadding(new Insets(20));
    root.getChildren().addAll(controls());
    stage = new Stage();
    stage.setScene(new Scene(root, 900, 640));
    AppTheme.dress(stage.getScene(), "shell", "browser", "wizard", "jobs", "results", "connection");
    stage.show();
    stage.requestFocus();
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  private static List<Node> controls() {
    List<Node> all = new ArrayList<>();
    all.add(new Button("button"));
    all.add(styled(new Button("accent"), "accent"));
    all.add(styled(new Button("flat"), "flat"));
    all.add(styled(new Button("danger"), "danger"));
    all.add(new ToggleButton("toggle"));
    all.add(styled(new ToggleButton("tab"), "flat", "tab-button"));
    ToggleButton chosen = styled(new ToggleButton("chosen tab"), "flat", "tab-button");
    chosen.setSelected(true);
    all.add(chosen);
    all.add(new SegmentedButton(new ToggleButton("one"), new ToggleButton("two")));
    all.add(new CheckBox("check"));
    all.add(new RadioButton("radio"));
    all.add(new Hyperlink("link"));
    all.add(new MenuButton("menu", null, new MenuItem("entry")));
    all.add(new TextField("field"));
    TextArea area = new TextArea("area");
    area.setPrefSize(120, 60);
    EditorKeys.tabLeaves(area);
    all.add(area);
    all.add(new ComboBox<>(FXCollections.observableArrayList("combo", "other")));
    all.add(new CheckComboBox<>(FXCollections.observableArrayList("checks", "others")));
    ListView<String> list = new ListView<>(FXCollections.observableArrayList("first", "second"));
    list.setPrefSize(120, 80);
    all.add(list);
    TreeItem<String> top = new TreeItem<>("top");
    top.getChildren().add(new TreeItem<>("below"));
    top.setExpanded(true);
    TreeView<String> tree = new TreeView<>(top);
    tree.setPrefSize(120, 80);
    tree.getSelectionModel().select(0);
    all.add(tree);
    TitledPane titled = new TitledPane("titled", new Button("inside"));
    titled.setAnimated(false);
    titled.setExpanded(false);
    all.add(titled);
    return all;
  }

  private static <T extends Node> T styled(T node, String... styles) {
    node.getStyleClass().addAll(styles);
    return node;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyKindOfControlShowsItsFocus(boolean dark) {
    interact(() -> {
      AppTheme.theme(dark);
      root.getChildren().getFirst().requestFocus();
    });
    push(KeyCode.TAB);
    push(KeyCode.SHIFT, KeyCode.TAB);
    List<String> unseen = new ArrayList<>();
    List<Node> seen = new ArrayList<>();
    for (int i = 0; i < 2 * root.getChildren().size(); i++) {
      Node owner = stage.getScene().getFocusOwner();
      Node control = child(owner);
      if (!seen.contains(control)) {
        seen.add(control);
        Bounds place = control.localToScene(control.getLayoutBounds());
        int[] focused = picture(place);
        push(KeyCode.TAB);
        int changed = differing(focused, picture(place));
        if (changed < LEAST_PIXELS && !control.equals(child(stage.getScene().getFocusOwner()))) {
          unseen.add(control + " " + changed);
        }
      } else {
        push(KeyCode.TAB);
      }
    }
    assertThat(seen).as("Tab reaches each of them").containsAll(root.getChildren());
    assertThat(unseen).as("controls that look the same with the focus and without").isEmpty();
  }

  /// The control that the owner of the focus is, or is a part of.
  private Node child(Node owner) {
    Node at = owner;
    while (!root.equals(at.getParent())) {
      at = at.getParent();
    }
    return at;
  }

  private int[] picture(Bounds at) {
    int[][] pixels = new int[1][];
    interact(() -> {
      WritableImage image = stage.getScene().snapshot(null);
      int left = (int) Math.max(0, at.getMinX() - AROUND);
      int top = (int) Math.max(0, at.getMinY() - AROUND);
      int width = (int) at.getWidth() + 2 * AROUND;
      int height = (int) at.getHeight() + 2 * AROUND;
      PixelReader reader = image.getPixelReader();
      pixels[0] = new int[width * height];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          pixels[0][y * width + x] = reader.getArgb(left + x, top + y);
        }
      }
    });
    return pixels[0];
  }

  private static int differing(int[] one, int[] other) {
    int count = 0;
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        count++;
      }
    }
    return count;
  }
}
