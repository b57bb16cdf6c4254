package dev.pollux.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Logger;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// What is said where nobody looks is heard, while one listens.
class ErrorOutputTest extends ApplicationTest {
  private final StackPane root = new StackPane();

  @Override
  public void start(Stage shared) {
    Stage stage = new Stage();
    stage.setScene(new Scene(root, 100, 100));
    stage.show();
  }

  @Test
  void aColourThatIsNoneIsHeard() {
    try (ErrorOutput heard = ErrorOutput.listen()) {
      interact(() -> {
        root.setStyle("-fx-background-color: -no-such-colour;");
        root.applyCss();
      });
      assertThat(heard.said()).anyMatch(line -> line.contains("-fx-background-color"));
    }
  }

  @Test
  void linesAndWarningsAreHeardAndNothingAfterwards() {
    Logger library = Logger.getLogger("a.library");
    ErrorOutput heard = ErrorOutput.listen();
    System.err.println("a line");
    library.warning("a channel was left open");
    library.info("all is well");
    heard.close();
    System.err.println("another line");
    library.warning("another warning");
    assertThat(heard.said()).containsExactly("a line", "a.library: a channel was left open");
  }
}
