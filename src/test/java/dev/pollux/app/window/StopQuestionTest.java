package dev.pollux.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.text.Words;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A window is closed, speaks another language or goes to another connection while something is
/// under way.
class StopQuestionTest extends ApplicationTest {
  private final CountDownLatch done = new CountDownLatch(1);
  private final TaskRunner background =
      new TaskRunner(
          new FxThreads(),
          e -> {
            throw new AssertionError("nobody handled", e);
          });
  private Stage window;
  private StopQuestion question;

  @Override
  public void start(Stage stage) {
    window = new Stage();
    window.setScene(new Scene(new StackPane(), 600, 400));
    question = new StopQuestion(window, background.running(), () -> new Words(Locale.ENGLISH));
    question.askAtClosing();
    window.show();
  }

  @AfterEach
  void close() {
    done.countDown();
    interact(() -> window.hide());
    background.close();
  }

  @Test
  void anImportIsAskedAboutAndMayGoOn() throws Exception {
    interact(() ->
        background
            .named("Importing letters", _ -> wait(done))
            .worthWaiting()
            .onCancelled(() -> {})
            .start());
    closeWindow();
    assertThat(
            lookup("Under way: Importing letters. Closing the window stops it before it is done.")
                .tryQuery())
        .isPresent();
    clickOn("#confirm-keep");
    assertThat(window.isShowing()).isTrue();
    assertThat(background.running()).hasSize(1);
    closeWindow();
    clickOn("#confirm-do");
    assertThat(window.isShowing()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(StopQuestion.Cause.class)
  void eachCauseSaysWhatItStops(StopQuestion.Cause cause) throws Exception {
    assertThat(ask(cause)).as("nothing runs").isCompletedWithValue(true);
    interact(() ->
        background
            .named("Importing letters", _ -> wait(done))
            .worthWaiting()
            .onCancelled(() -> {})
            .start());
    for (boolean stop : new boolean[] {false, true}) {
      CompletableFuture<Boolean> answer = ask(cause);
      assertThat(
              lookup((Node node) ->
                      node instanceof Labeled text
                          && text.getText() != null
                          && text.getText().startsWith("Under way: Importing letters."))
                  .tryQuery())
          .isPresent();
      clickOn(stop ? "#confirm-do" : "#confirm-keep");
      assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(stop);
    }
  }

  private CompletableFuture<Boolean> ask(StopQuestion.Cause cause) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    Platform.runLater(() -> answer.complete(question.mayStop(cause)));
    WaitForAsyncUtils.waitForFxEvents();
    return answer;
  }

  /// What is only looked up is looked up again at the next start.
  @Test
  void whatMakesNothingIsNotAskedAbout() {
    interact(() -> background.named("Counting", _ -> wait(done)).onCancelled(() -> {}).start());
    closeWindow();
    assertThat(lookup("#confirm-keep").tryQuery()).isEmpty();
    assertThat(window.isShowing()).isFalse();
  }

  private static boolean wait(CountDownLatch until) throws InterruptedException {
    until.await();
    return true;
  }

  /// As the system does: the question waits for its answer within this event.
  private void closeWindow() {
    Platform.runLater(() -> {
      WindowEvent request = new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST);
      window.fireEvent(request);
      if (!request.isConsumed()) {
        window.hide();
      }
    });
    WaitForAsyncUtils.waitForFxEvents();
  }
}
