package dev.pollux.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However a window ends, its process ends too. Each in a process of its own: JavaFX starts once.
class FxToolkitTest {
  @TempDir private Path folder;

  /// The process: a window that is closed, and what is left to do some time later.
  static final class Closing {
    private Closing() {}

    public static void main(String[] arguments) throws Exception {
      DisplayPlatform.drawInMemory();
      FxToolkit.start().get(60, TimeUnit.SECONDS);
      CountDownLatch closed = new CountDownLatch(1);
      Platform.runLater(() -> {
        Stage stage = new Stage();
        stage.setOnHidden(_ -> closed.countDown());
        stage.show();
        stage.hide();
      });
      closed.await();
      switch (arguments[0]) {
        // As long as JavaFX may take to see that no window is left.
        case "late" -> TimeUnit.SECONDS.sleep(2);
        case "hanging" -> Platform.runLater(Closing::hang);
        default -> throw new IllegalArgumentException(arguments[0]);
      }
      FxToolkit.stop(() -> System.out.println("last"));
      System.out.println("over");
      System.exit(0);
    }

    private static void hang() {
      try {
        TimeUnit.HOURS.sleep(1);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"late", "hanging"})
  void theProcessEnds(String how) throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                Closing.class.getName(),
                how)
            .directory(new File("").getAbsoluteFile())
            .redirectOutput(said.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readAllLines(said))
        .isEqualTo(how.equals("late") ? List.of("last", "over") : List.of("over"));
  }
}
