package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.testing.ErrorOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The main job from the first window to the answers, by keys alone: Tab, arrows, Space, Enter,
/// letters, and the short cuts that the command palette names.
@ExtendWith(ApplicationExtension.class)
class KeyboardJobTest {
  private static final int MOST_TABS = 90;
  private static final int MOST_ROWS = 12;
  @TempDir private static Path folder;
  private final FxRobot keys = new FxRobot();
  private final ScreenHand eyes = new ScreenHand();
  private final List<String> mouse = new ArrayList<>();
  private Stage stage;
  private final ErrorOutput said = ErrorOutput.listen();
  private OpenedWindow window;

  @Start
  void start(Stage shown) {
    stage = shown;
    window = new OpenedWindow(folder, stage);
    stage.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, press -> mouse.add(press.toString()));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    said.close();
    assertThat(said.ofStyles()).isEmpty();
  }

  @Test
  void theMainJobNeedsNoMouse() throws Exception {
    window.awaitUsable();
    chooseTable();
    chord(KeyCode.CONTROL, KeyCode.N);
    eyes.awaitText("wizard-summary", "13,866");
    next("wizard-template");
    ask();
    nameColumns();
    tryRows();
    fewerRows();
    next("wizard-model-list");
    chooseModel();
    next("wizard-table-name");
    nameDestination();
    next("wizard-review-checks");
    send();
    readAnswers();
    assertThat(mouse).isEmpty();
  }

  private void chooseTable() {
    chord(KeyCode.CONTROL, KeyCode.F);
    awaitFocus("browser-filter");
    write("sotu");
    press(KeyCode.DOWN);
    awaitFocus("browser-tree");
    eyes.awaitText("browser-tree", "sotu_passages");
    for (int i = 0; i < MOST_ROWS && !selected().contains("sotu_passages"); i++) {
      press(KeyCode.DOWN);
    }
    eyes.awaitText("browser-grid", "George Washington");
  }

  private String selected() {
    TreeItem<?> item =
        ((TreeView<?>) eyes.node("browser-tree")).getSelectionModel().getSelectedItem();
    return item == null ? "" : String.valueOf(item.getValue());
  }

  private void ask() {
    tabTo("wizard-template");
    write("Which subject does this passage deal with? {{text}}");
    eyes.awaitText("wizard-preview-text", "Fellow-Citizens");
  }

  private void nameColumns() {
    tabTo("wizard-answer-text");
    press(KeyCode.RIGHT);
    tabTo("wizard-schema-name-0");
    write("subject");
    press(KeyCode.TAB);
    choose("wizard-schema-type-0", "O", "one of");
    press(KeyCode.TAB);
    awaitFocus("wizard-schema-words-0");
    write("economy, war and peace, law, other");
    press(KeyCode.ENTER);
    awaitFocus("wizard-schema-name-1");
    write("confidence");
    press(KeyCode.TAB);
    choose("wizard-schema-type-1", "N", "number");
    eyes.awaitText("wizard-preview-tokens", "tokens");
  }

  /// By its first letter.
  private void choose(String id, String letter, String words) {
    awaitFocus(id);
    write(letter.toLowerCase(java.util.Locale.ROOT));
    ScreenHand.await(words + " in " + id, () -> shown(id).equals(words));
    awaitFocus(id);
  }

  private String shown(String id) {
    return word((ComboBox<?>) eyes.node(id));
  }

  private static <T> String word(ComboBox<T> box) {
    return box.getConverter().toString(box.getValue());
  }

  private void tryRows() {
    tabTo("wizard-trial-start");
    press(KeyCode.SPACE);
    eyes.awaitText("wizard-trial-sums", "10 of 10");
    tabTo("wizard-trial-table");
    press(KeyCode.DOWN);
    eyes.awaitShown("wizard-trial-details");
  }

  /// The page of the rows is beside the trial; sixty of them are enough here.
  private void fewerRows() {
    tabTo("wizard-tab-trial");
    for (int i = 0; i < 3 && !hasFocus("wizard-tab-rows"); i++) {
      press(KeyCode.RIGHT);
    }
    tabTo("wizard-rows-share");
    press(KeyCode.DOWN);
    eyes.awaitShown("wizard-rows-limit");
    tabTo("wizard-rows-limit");
    chord(KeyCode.CONTROL, KeyCode.A);
    write("60");
    press(KeyCode.ENTER);
    eyes.awaitText("wizard-summary", "60");
  }

  private void chooseModel() {
    tabTo("wizard-model-list");
    press(KeyCode.DOWN);
    press(KeyCode.UP);
    eyes.awaitText("wizard-cost-range", "$");
  }

  private void nameDestination() {
    tabTo("wizard-table-name");
    chord(KeyCode.CONTROL, KeyCode.A);
    write("by_keyboard");
    eyes.awaitText("wizard-destination-uri", "mine.by_keyboard");
    eyes.awaitText("wizard-error", String::isBlank);
  }

  private void send() {
    eyes.awaitEnabled("wizard-submit");
    tabTo("wizard-submit");
    press(KeyCode.SPACE);
    eyes.awaitText("jobs-details-title", "by_keyboard");
  }

  private void readAnswers() {
    tabTo("jobs-table");
    eyes.awaitEnabled("jobs-open-results");
    tabTo("jobs-open-results");
    press(KeyCode.SPACE);
    eyes.awaitText("results-counts", "60");
    eyes.awaitText("results-grid", "subject");
    tabTo("results-grid");
    press(KeyCode.DOWN);
    press(KeyCode.RIGHT);
    eyes.awaitShown("results-value");
    press(KeyCode.ESCAPE);
    eyes.awaitGone("results-value");
    awaitFocus("results-grid");
  }

  private void next(String shown) {
    tabTo("wizard-next");
    press(KeyCode.SPACE);
    eyes.awaitShown(shown);
  }

  /// Presses Tab until that node has the focus; everything on the way is shown and can be left.
  private void tabTo(String id) {
    eyes.awaitEnabled(id);
    List<String> way = new ArrayList<>();
    while (!hasFocus(id)) {
      assertThat(way).as("Tab does not reach %s", id).hasSizeLessThan(MOST_TABS);
      press(KeyCode.TAB);
      way.add(focused());
    }
  }

  private boolean hasFocus(String id) {
    boolean[] has = new boolean[1];
    eyes.run(() -> {
      for (Node n = stage.getScene().getFocusOwner(); n != null; n = n.getParent()) {
        has[0] |= id.equals(n.getId());
      }
    });
    return has[0];
  }

  private String focused() {
    String[] name = new String[1];
    eyes.run(() -> {
      Node owner = stage.getScene().getFocusOwner();
      name[0] =
          owner == null ? "nothing" : owner.getId() == null ? owner.toString() : owner.getId();
      assertThat(owner).as("the focus is somewhere").isNotNull();
      for (Node n = owner; n != null; n = n.getParent()) {
        assertThat(n.isVisible()).as("the focus is on what is shown: %s", name[0]).isTrue();
      }
    });
    return name[0];
  }

  private void awaitFocus(String id) {
    BooleanSupplier there =
        () -> {
          Node owner = stage.getScene().getFocusOwner();
          for (Parent p = owner == null ? null : owner.getParent(); p != null; p = p.getParent()) {
            if (id.equals(p.getId())) {
              return true;
            }
          }
          return owner != null && id.equals(owner.getId());
        };
    ScreenHand.await("the focus on #" + id, there::getAsBoolean);
  }

  private void press(KeyCode key) {
    keys.press(key).release(key);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void chord(KeyCode first, KeyCode second) {
    keys.press(first).press(second).release(second).release(first);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void write(String text) {
    keys.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
