package dev.pollux.ui.shell;

import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.connection.ConnectionOptions;
import dev.pollux.settings.KeptConnection;
import dev.pollux.testing.KeptInMemory;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.connection.ConnectionController;
import dev.pollux.ui.connection.SandboxCondition;
import dev.pollux.ui.connection.SandboxControls;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.JobsController;
import dev.pollux.ui.jobs.JobsScreens;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.Screen;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Run by hand (`-Dtest=ShellGallery`): pictures of the frame, the jobs and the connection panel
/// into `target/gallery`, in both themes and languages.
@ExtendWith(ApplicationExtension.class)
class ShellGallery {
  private static final Path TARGET = Path.of("target/gallery");
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    AppTheme.loadFonts();
  }

  @Test
  void takePictures(FxRobot robot) throws Exception {
    Files.createDirectories(TARGET);
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      for (boolean dark : List.of(false, true)) {
        String name = locale.getLanguage() + (dark ? "-dark" : "-light");
        robot.interact(() -> show(new Words(locale), dark));
        TableView<?> table =
            robot.from(stage.getScene().getRoot()).lookup("#jobs-table").queryAs(TableView.class);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> table.getItems().size() == 7);
        robot.interact(() -> table.getSelectionModel().select(4));
        take(robot, stage.getScene(), "jobs-" + name);
        robot.interact(() -> robot.lookup("#connection-chip").queryAs(Button.class).fire());
        robot.interact(
            () -> robot.lookup("#connection-faults").queryAs(TitledPane.class).setExpanded(true));
        Window panel = robot.lookup("#connection-panel").query().getScene().getWindow();
        take(robot, panel.getScene(), "connection-" + name);
        robot.interact(() -> robot.lookup("#connection-item-0").queryAs(Button.class).fire());
        robot.interact(
            () -> robot.lookup("#connection-more").queryAs(TitledPane.class).setExpanded(true));
        take(robot, panel.getScene(), "connection-kept-" + name);
        robot.interact(panel::hide);
      }
    }
  }

  private static KeptInMemory kept() {
    KeptInMemory kept = new KeptInMemory();
    for (KeptConnection.Hue hue : KeptConnection.Hue.values()) {
      kept.keep(
          Optional.empty(),
          new KeptConnection(
              "research " + hue.ordinal(),
              hue,
              "my-project-123",
              new Location("europe-west4"),
              ConnectionOptions.USUAL));
    }
    return kept;
  }

  private void show(Words words, boolean dark) {
    AppTheme.theme(dark);
    ShellNavigation navigation = new ShellNavigation();
    JobsController jobs =
        JobsScreens.over(
            JobsScreens.someOfEachKind(), new SameThreadBackground(), words, navigation);
    Connection sandbox = new Connection.Sandbox("pollux-sandbox", Location.US_CENTRAL1);
    ConnectionController connection =
        new ConnectionController(sandbox, sandbox, kept(), words, _ -> {});
    connection.control(new Controls());
    ShellController shell =
        new ShellController(
            navigation,
            words,
            JobsScreens.CLOCK,
            new MessageLog(JobsScreens.CLOCK),
            FXCollections.observableArrayList(),
            connection.root(),
            new Chosen(),
            NoSettings::new,
            new ShellController.About("Pollux test", "/data"));
    Screen blank = blank();
    Scene scene = new Scene(shell.root(), 1000, 700);
    AppTheme.dress(scene, "shell", "jobs", "connection");
    stage.setScene(scene);
    stage.show();
    shell.show(
        new Features(
            blank,
            blank,
            jobs,
            blank,
            _ -> {},
            _ -> {},
            jobs::select,
            jobs::select,
            _ -> {},
            _ -> {},
            jobs.running(),
            jobs.updated(),
            List::of,
            () -> {},
            _ -> {}));
    jobs.start();
    navigation.showJobs();
  }

  private static Screen blank() {
    Parent root = new StackPane(new Label("…"));
    return () -> root;
  }

  private static void take(FxRobot robot, Scene scene, String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage[] shot = new WritableImage[1];
    robot.interact(() -> shot[0] = scene.snapshot(null));
    int width = (int) shot[0].getWidth();
    int height = (int) shot[0].getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, shot[0].getPixelReader().getArgb(x, y));
      }
    }
    ImageIO.write(image, "png", TARGET.resolve(name + ".png").toFile());
  }

  private static final class Controls implements SandboxControls {
    @Override
    public String restUrl() {
      return "http://127.0.0.1:41023";
    }

    @Override
    public Faults faults() {
      return new Faults(1, 5, 0, 0, 0);
    }

    @Override
    public void setFaults(Faults faults) {}

    @Override
    public Set<SandboxCondition> conditions() {
      return Set.of(SandboxCondition.BILLING_OFF);
    }

    @Override
    public void setConditions(Set<SandboxCondition> next) {}
  }

  private static final class Chosen implements ShellController.Preferences {
    @Override
    public String theme() {
      return "system";
    }

    @Override
    public void setTheme(String theme) {}

    @Override
    public String language() {
      return "system";
    }

    @Override
    public void setLanguage(String language) {}
  }
}
