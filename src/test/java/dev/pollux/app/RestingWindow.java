package dev.pollux.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Goes to each screen of a window and leaves it alone there. In a process of its own, since what
/// moves in any window of a process has all of them drawn.
final class RestingWindow {
  static final int SECONDS = 2;
  private final ScreenHand hand = new ScreenHand();
  private final SampleJob sample = new SampleJob(hand);
  private final Stage stage;

  private RestingWindow(Stage stage) {
    this.stage = stage;
  }

  /// Prints a line for each screen: its name, an equals sign, and how often it was drawn.
  public static void main(String[] folder) throws Exception {
    CompletableFuture<Stage> made = new CompletableFuture<>();
    CompletableFuture<OpenedWindow> opened = new CompletableFuture<>();
    Platform.startup(() -> {
      try {
        made.complete(new Stage());
        opened.complete(new OpenedWindow(Path.of(folder[0]), made.join()));
      } catch (RuntimeException e) {
        opened.completeExceptionally(e);
      }
    });
    OpenedWindow window = opened.get();
    try {
      window.awaitUsable();
      new RestingWindow(made.join()).walk();
    } finally {
      window.close();
      Platform.exit();
    }
  }

  private void walk() throws InterruptedException {
    sample.openTable();
    rest("Tables");
    sample.begin();
    rest("Source");
    hand.press("wizard-next");
    hand.awaitShown("wizard-template");
    hand.press("wizard-tab-preview");
    rest("Requests");
    hand.press("rail-jobs");
    rest("Jobs");
    hand.press("rail-results");
    rest("Results");
  }

  /// How many frames there are once what the last press began has ended. The caret of a field
  /// blinks while it has the focus, which JavaFX does with an animation.
  private void rest(String screen) throws InterruptedException {
    hand.run(() -> hand.node("rail-tables").requestFocus());
    frames();
    System.out.println(screen + "=" + frames());
  }

  private int frames() throws InterruptedException {
    AtomicInteger frames = new AtomicInteger();
    Runnable count = frames::incrementAndGet;
    hand.run(() -> stage.getScene().addPreLayoutPulseListener(count));
    TimeUnit.SECONDS.sleep(SECONDS);
    hand.run(() -> stage.getScene().removePreLayoutPulseListener(count));
    return frames.get();
  }
}
