package dev.pollux.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// Garbage is collected while nobody uses the window, and only where there may be enough of it.
class IdleCollectionTest extends ApplicationTest {
  @Override
  public void start(Stage stage) {
    stage.show();
  }

  private static final long MB = 1L << 20;
  private long nanos;
  private long inUse = 60 * MB;
  private long garbage;
  private int collections;
  private final IdleCollection collection =
      new IdleCollection(
          new IdleCollection.Heap() {
            @Override
            public long taken() {
              return inUse + garbage;
            }

            @Override
            public void collect() {
              collections++;
              garbage = 0;
            }
          },
          () -> nanos);

  private void wait(int seconds) {
    nanos += TimeUnit.SECONDS.toNanos(seconds);
    collection.check();
  }

  @Test
  void whoUsesTheWindowIsNotHeldUp() {
    garbage = 900 * MB;
    for (int i = 0; i < 20; i++) {
      wait(4);
      collection.used();
    }
    assertThat(collections).isZero();
    wait(5);
    assertThat(collections).as("once nobody does").isEqualTo(1);
    assertThat(garbage).isZero();
  }

  /// A dialog has a window of its own, and may open long after the window.
  @Test
  void whoUsesADialogIsNotHeldUp() {
    garbage = 900 * MB;
    Stage[] dialog = new Stage[1];
    interact(() -> {
      collection.watch(Window.getWindows());
      dialog[0] = new Stage();
      dialog[0].setScene(new Scene(new TextField(), 200, 100));
      dialog[0].show();
    });
    nanos += TimeUnit.SECONDS.toNanos(4);
    interact(() ->
        Event.fireEvent(
            dialog[0],
            new KeyEvent(KeyEvent.KEY_PRESSED, "a", "a", KeyCode.A, false, false, false, false)));
    wait(4);
    interact(() -> dialog[0].hide());
    assertThat(collections).isZero();
    wait(5);
    assertThat(collections).isEqualTo(1);
  }

  @Test
  void littleGarbageIsLeftAlone() {
    wait(5);
    assertThat(collections).as("what a start left").isEqualTo(1);
    garbage = 40 * MB;
    wait(60);
    assertThat(collections).isEqualTo(1);
    garbage = 50 * MB;
    wait(5);
    assertThat(collections).isEqualTo(2);
  }

  /// Half of a large heap: a window full of rows is not looked through at every page.
  @Test
  void whatIsALotDependsOnWhatIsInUse() {
    inUse = 800 * MB;
    wait(5);
    garbage = 300 * MB;
    wait(5);
    assertThat(collections).isEqualTo(1);
    garbage = 400 * MB;
    wait(5);
    assertThat(collections).isEqualTo(2);
  }
}
