package dev.pollux.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.CloudException;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;

/// Where a sentence says what to run, a button copies exactly that.
class CommandCopyTest extends ApplicationTest {
  private Stage stage;

  @Override
  public void start(Stage shared) {
    stage = new Stage();
  }

  @AfterEach
  void close() {
    interact(stage::close);
  }

  @Test
  void whatIsCopiedIsTheCommandWithoutItsQuotationMarks() {
    assertThat(CommandCopy.commands("Run “gcloud auth login” twice, then “gcloud init”."))
        .containsExactly("gcloud auth login", "gcloud init");
    assertThat(CommandCopy.commands("Lancez «\u00a0gcloud auth login\u00a0», puis réessayez."))
        .containsExactly("gcloud auth login");
    assertThat(CommandCopy.commands("Ask for the role “Editor”, or read about gcloud.")).isEmpty();
  }

  /// No sentence with a command is left without its button.
  @ParameterizedTest
  @ValueSource(strings = {"feedback", "feedback_fr"})
  void everyCommandThatFailuresNameIsFound(String room) throws Exception {
    Properties words = new Properties();
    try (Reader in =
        Files.newBufferedReader(
            Path.of("src/main/resources/dev/pollux/text").resolve(room + ".properties"))) {
      words.load(in);
    }
    List<String> sentences =
        words.values().stream().map(String::valueOf).filter(s -> s.contains("gcloud")).toList();
    assertThat(sentences)
        .isNotEmpty()
        .allSatisfy(said ->
            assertThat(CommandCopy.commands(said))
                .as(said)
                .isNotEmpty()
                .allMatch(command -> command.matches("gcloud [\\x21-\\x7e ]*[\\x21-\\x7e]")));
  }

  @Test
  void aFailureThatIsMendedByACommandHasTheButton() {
    Words words = new Words(Locale.ENGLISH);
    interact(() -> {
      StatePane pane = new StatePane(new Label(), words);
      stage.setScene(new Scene(pane.node(), 700, 500));
      stage.show();
      pane.failed(
          new FailureWords(words)
              .explain(
                  "The tables could not be listed.",
                  new CloudException.NotSignedIn("no credentials", "UNAUTHENTICATED", null)),
          () -> {});
    });
    Button copy = from(stage.getScene().getRoot()).lookup(".copy-command").query();
    Button again = from(stage.getScene().getRoot()).lookup("Try again").query();
    assertThat(copy.getLayoutY()).isEqualTo(again.getLayoutY());
    assertThat(copy.getHeight()).isEqualTo(again.getHeight());
    assertThat(copy.getFont()).isEqualTo(again.getFont());
    interact(copy::fire);
    interact(() ->
        assertThat(Clipboard.getSystemClipboard().getString())
            .isEqualTo("gcloud auth application-default login"));
  }
}
