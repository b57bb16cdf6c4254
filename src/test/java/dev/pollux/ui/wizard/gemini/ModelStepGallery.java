package dev.pollux.ui.wizard.gemini;

import dev.pollux.cost.Budget;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.RecordedActions;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.wizard.step.DraftModel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Run by hand (`-Dtest=ModelStepGallery`): pictures of the step that chooses a model into
/// `target/gallery`, in the room that the window leaves for it at its usual and its smallest size.
@ExtendWith(ApplicationExtension.class)
class ModelStepGallery {
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
    take(robot, "gemini-3.8-flash", Locale.ENGLISH, false, false, true);
    take(robot, "gemini-2.5-flash", Locale.ENGLISH, false, true, false);
    take(robot, "", Locale.ENGLISH, true, false, true);
    take(robot, "gemini-2.5-pro", Locale.FRENCH, false, false, true);
    take(robot, "gemini-3.1-pro-preview", Locale.FRENCH, true, true, false);
    take(robot, "gemini-3.8-flsh", Locale.ENGLISH, false, true, true);
  }

  private void take(
      FxRobot robot, String gemini, Locale locale, boolean dark, boolean small, boolean more) {
    DraftFixture fixture = new DraftFixture();
    fixture.table(DraftFixture.HERE, 13_866, DraftFixture.TEXT);
    fixture.cloud.gemini.tokens = 211;
    fixture.edit(draft -> draft.withModel(gemini));
    robot.interact(() -> {
      AppTheme.theme(dark);
      Words words = new Words(locale);
      DraftModel model = new DraftModel(fixture.context, fixture.lookups());
      model.restore(fixture.draft);
      model.learn(fixture::known);
      GeminiStepController step =
          new GeminiStepController(
              model, new RecordedActions(words), budget -> limits(model, budget), words);
      StackPane frame = new StackPane(step.root());
      frame.getStyleClass().add("pane");
      Scene scene = new Scene(frame, small ? 924 : 1204, small ? 520 : 620);
      AppTheme.dress(scene, "wizard");
      stage.setScene(scene);
      stage.show();
      step.focusFirst();
    });
    if (more) {
      robot.interact(() -> robot.lookup("#wizard-settings-more").queryAs(Hyperlink.class).fire());
    }
    String name = (gemini.isEmpty() ? "proposed" : gemini) + "-" + locale.getLanguage();
    robot.interact(
        () -> write(name + (dark ? "-dark" : "-light") + (small ? "-1000x700" : "-1280x800")));
  }

  private static void limits(DraftModel model, Budget budget) {
    model.learn(state -> state.with(state.context().withBudget(budget)));
  }

  private void write(String name) {
    WritableImage image = stage.getScene().snapshot(null);
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    try {
      ImageIO.write(picture, "png", TARGET.resolve("model-" + name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
