package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Screens that others took the place of, in another language, are held by nothing: else each
/// change would keep all that they show in memory, and have it follow what goes on, unseen.
@ExtendWith(ApplicationExtension.class)
class ReplacedScreensTest {
  // The entries of the gear: three themes, a line, three languages.
  private static final int ENGLISH = 7;
  private static final int FRENCH = 8;
  private static final int MOST_COLLECTIONS = 100;
  @TempDir private Path folder;
  private final ScreenHand hand = new ScreenHand();
  private final SampleJob sample = new SampleJob(hand);
  private Stage stage;
  private OpenedWindow window;

  @Start
  void start(Stage shared) {
    stage = new Stage();
    window = new OpenedWindow(folder, stage);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void theFrameAndTheScreensOfAnotherLanguageAreLetGo() throws Exception {
    window.awaitUsable();
    sample.openTable();
    sample.begin();
    hand.press("rail-jobs");
    hand.awaitShown("jobs-tab-done");
    WeakReference<Node> frame =
        new WeakReference<>(((Pane) stage.getScene().getRoot()).getChildren().getFirst());
    WeakReference<Node> grid = new WeakReference<>(hand.node("jobs-table"));
    // The one before the last may stand in what JavaFX remembers of the focus.
    hand.menu("shell-settings", FRENCH);
    hand.awaitText("jobs-tab-done", "Finies");
    hand.menu("shell-settings", ENGLISH);
    hand.awaitText("jobs-tab-done", "Done");
    hand.menu("shell-settings", FRENCH);
    hand.awaitText("jobs-tab-done", "Finies");
    // JavaFX's area of code remembers the last line that any of them laid out.
    hand.press("rail-wizard");
    hand.press("wizard-next");
    hand.awaitShown("wizard-template");
    hand.write("wizard-template", "Which subject?");
    hand.frames();
    for (int i = 0; i < MOST_COLLECTIONS && !(frame.refersTo(null) && grid.refersTo(null)); i++) {
      hand.frames();
      System.gc();
    }
    assertThat(grid.refersTo(null)).as("the jobs are let go").isTrue();
    assertThat(frame.refersTo(null)).as("the frame is let go").isTrue();
  }
}
