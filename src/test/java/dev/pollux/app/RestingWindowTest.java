package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.ui.kit.AppTheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A window that waits for a person, or for a job of many hours, draws nothing: an animation that
/// nobody sees would have it lay out and draw sixty times a second.
@ExtendWith(ApplicationExtension.class)
class RestingWindowTest {
  private static final int SECONDS = 2;
  // A clock in the status bar and a look at the jobs; sixty a second where an animation goes on.
  private static final int MOST_FRAMES = 30;
  @TempDir private Path folder;
  private final ScreenHand hand = new ScreenHand();
  private Stage stage;
  private OpenedWindow window;

  @Start
  void start(Stage shared) throws Exception {
    AppTheme.loadFonts();
    stage = new Stage();
    window = new OpenedWindow(folder, stage);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void noScreenDrawsWhileNothingHappens() throws Exception {
    window.awaitUsable();
    hand.write("browser-filter", "sotu");
    hand.select("browser-tree", "sotu_passages");
    hand.awaitText("browser-grid", "George Washington");
    Map<String, Integer> frames = new LinkedHashMap<>();
    frames.put("Tables", atRest());
    hand.press("browser-new-job");
    hand.awaitText("wizard-source-columns", "president");
    frames.put("Source", atRest());
    hand.press("wizard-next");
    hand.awaitShown("wizard-template");
    hand.press("wizard-tab-preview");
    frames.put("Requests", atRest());
    hand.press("rail-jobs");
    frames.put("Jobs", atRest());
    hand.press("rail-results");
    frames.put("Results", atRest());
    assertThat(frames)
        .as("frames in %d s; look for an animation that nobody stops", SECONDS)
        .allSatisfy((_, drawn) -> assertThat(drawn).isLessThan(MOST_FRAMES));
  }

  /// How many frames there are once what the last press began has ended. The caret of a field
  /// blinks while it has the focus, which JavaFX does with an animation.
  private int atRest() throws InterruptedException {
    hand.run(() -> hand.node("rail-tables").requestFocus());
    drawn();
    return drawn();
  }

  private int drawn() throws InterruptedException {
    AtomicInteger frames = new AtomicInteger();
    Runnable count = frames::incrementAndGet;
    hand.run(() -> stage.getScene().addPreLayoutPulseListener(count));
    TimeUnit.SECONDS.sleep(SECONDS);
    hand.run(() -> stage.getScene().removePreLayoutPulseListener(count));
    return frames.get();
  }
}
