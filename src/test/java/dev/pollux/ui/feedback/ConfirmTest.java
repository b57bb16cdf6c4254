package dev.pollux.ui.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ConfirmTest extends ApplicationTest {
  private final List<Boolean> answers = new ArrayList<>();
  private Stage owner;

  @Override
  public void start(Stage stage) {
    owner = stage;
    stage.setScene(new Scene(new StackPane(), 400, 300));
    stage.show();
  }

  private void ask() throws Exception {
    Platform.runLater(() ->
        answers.add(Confirm.ask(owner, "Stop this job?", "It stays stopped.", "Stop", "Keep")));
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> lookup("#confirm-do").tryQuery().isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean answer() throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !answers.isEmpty());
    return answers.removeFirst();
  }

  @Test
  void enterAndEscapeChangeNothing() throws Exception {
    for (KeyCode key : List.of(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.SPACE)) {
      ask();
      push(key);
      assertThat(answer()).as(key.getName()).isFalse();
    }
  }

  @Test
  void whatDestroysIsRedAndWhatIsSentIsNot() throws Exception {
    ask();
    assertThat(lookup("#confirm-do").query().getStyleClass()).contains("danger");
    push(KeyCode.ESCAPE);
    answer();
    Platform.runLater(
        () -> answers.add(Confirm.send(owner, "Send them again?", "5 rows.", "Send", "Keep")));
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> lookup("#confirm-do").tryQuery().isPresent());
    assertThat(lookup("#confirm-do").query().getStyleClass())
        .contains("success")
        .doesNotContain("danger");
    push(KeyCode.ESCAPE);
    assertThat(answer()).isFalse();
  }

  @Test
  void whoMeansItClicksIt() throws Exception {
    ask();
    clickOn("#confirm-do");
    assertThat(answer()).isTrue();
  }
}
