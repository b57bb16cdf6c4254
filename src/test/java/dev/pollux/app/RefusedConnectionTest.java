package dev.pollux.app;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A window without a connection: another sandbox has the data.
@ExtendWith(ApplicationExtension.class)
class RefusedConnectionTest {
  @TempDir private Path folder;
  private final ScreenHand hand = new ScreenHand();
  private OpenedWindow other;
  private OpenedWindow window;

  @Start
  void start(Stage shared) {
    other = new OpenedWindow(folder, new Stage());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void aFileThatIsDroppedMeanwhileIsLookedAtAfterwards() throws Exception {
    Path file = Files.writeString(folder.resolve("letters.csv"), "id,letter\n1,a\n2,b\n");
    other.awaitUsable();
    hand.run(() -> window = new OpenedWindow(folder, new Stage()));
    hand.awaitShown("state-retry");
    hand.run(() -> window.drop(file));
    other.close();
    hand.press("state-retry");
    hand.awaitText("import-table", "letters");
  }
}
