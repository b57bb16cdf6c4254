package dev.pollux.ui.wizard;

import dev.pollux.prompt.Template;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AnswerSchema.Member;
import dev.pollux.prompt.answer.Limits;
import dev.pollux.testing.ManualBackground;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Run by hand (`-Dtest=StudioGallery`): pictures of the step of the requests into
/// `target/gallery`, as large as the frame leaves it in windows of 1280x800 and 1000x700.
@ExtendWith(ApplicationExtension.class)
class StudioGallery {
  private static final Path TARGET = Path.of(System.getProperty("gallery", "target/gallery"));
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  @Test
  void takePictures(FxRobot robot) throws Exception {
    Files.createDirectories(TARGET);
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      take(robot, language, false, 1204, 620);
      take(robot, language, true, 924, 520);
    }
  }

  private void take(FxRobot robot, Locale language, boolean dark, int width, int height) {
    AtomicInteger asked = new AtomicInteger();
    ManualBackground background = new ManualBackground();
    List<StudioScreen> made = new java.util.ArrayList<>();
    robot.interact(() ->
        made.add(new StudioScreen(language, background, _ -> answer(asked.getAndIncrement()))));
    StudioScreen studio = made.getFirst();
    robot.interact(() -> {
      studio.open();
      studio.model.edit(
          "",
          draft ->
              draft.withSpec(spec ->
                  spec.withTemplate(
                          Template.parse(
                              "Which subject does this passage of {{year}} deal with?\nQuote at most ten words that show it, and name the\nforeign country it speaks of, if any.\n\n{{text}}"))
                      .withSystem(
                          "You are a careful historian. Judge only what the passage says. When two subjects fit, take the one that most of the passage is about.")
                      .withAnswer(Optional.of(schema(Limits.between(1, 3))))));
      studio.look();
      stage.setScene(studio.scene(width, height, dark));
      stage.show();
      background.workAll();
      background.deliver();
    });
    String name = language.getLanguage() + (dark ? "-dark-" : "-light-") + width;
    write(robot, name + "-preview");
    robot.interact(() -> {
      robot.lookup("#wizard-trial-start").queryAs(Button.class).fire();
      background.settle();
    });
    write(robot, name + "-trial");
    robot.interact(() -> robot.lookup("#wizard-tab-rows").queryAs(ToggleButton.class).fire());
    robot.interact(() -> robot.lookup("#wizard-rows-add").queryAs(Button.class).fire());
    robot.interact(studio::look);
    write(robot, name + "-rows");
    robot.interact(() -> robot.lookup("#wizard-tab-columns").queryAs(ToggleButton.class).fire());
    robot.interact(() -> robot.lookup("#wizard-files-add").queryAs(Button.class).fire());
    write(robot, name + "-columns");
    robot.interact(() -> {
      robot.lookup("#wizard-tab-preview").queryAs(ToggleButton.class).fire();
      studio.model.edit(
          "",
          draft ->
              draft.withSpec(spec ->
                  spec.withTemplate(
                          Template.parse(
                              "Which subject does this passage of {{year}} deal with?\nIts"
                                  + " speaker: {{a1}}, {{a2}}, born {{a3}} in {{a4}}.\nQuote"
                                  + " {{a5}} to {{a6}} words, in {{a7}} {{a8}}.\n\n{{text}}"))
                      .withAnswer(Optional.of(schema(Limits.between(3, 1))))));
    });
    write(robot, name + "-unknown");
    robot.interact(() -> robot.lookup("#wizard-schema-show").queryAs(ToggleButton.class).fire());
    write(robot, name + "-json");
    robot.interact(() -> robot.lookup("#wizard-kind-own").queryAs(ToggleButton.class).fire());
    write(robot, name + "-own");
  }

  /// @param length of a list in it
  private static AnswerSchema schema(Limits length) {
    return new AnswerSchema(
        List.of(
            new Member(
                "subject",
                new AnswerSchema.Type.Choice(
                    List.of("economy", "war", "foreign affairs", "law", "other")),
                "its main subject",
                true),
            new Member(
                "confidence",
                new AnswerSchema.Type.Decimal(Limits.between(0, 1)),
                "how sure",
                true),
            new Member("quote", new AnswerSchema.Type.Quote("text"), "words that show it", true),
            new Member("country", new AnswerSchema.Type.Text(), "foreign country", false),
            new Member(
                "year_meant",
                new AnswerSchema.Type.Whole(Limits.between(1700, 2030)),
                "year it speaks of",
                false),
            new Member(
                "topics",
                new AnswerSchema.Type.ListOf(
                    new AnswerSchema.Type.Choice(List.of("trade", "fleet", "borders")), length),
                "what it is about",
                false),
            new Member("signed", new AnswerSchema.Type.CalendarDate(), "day it was signed", false),
            new Member("appeal", new AnswerSchema.Type.YesNo(), "asks Congress to act", true)));
  }

  private static String answer(int turn) {
    return switch (turn) {
      case 8 -> "";
      case 7 -> StudioScreen.answer("{\"subject\":\"economy\",\"conf", "MAX_TOKENS");
      case 9 ->
          StudioScreen.answer(
              "{\"subject\":\"law\",\"confidence\":1.2,\"quote\":\"post-cold-war"
                  + " era\",\"country\":null,\"appeal\":false}",
              "STOP");
      default ->
          StudioScreen.answer(
              "{\"subject\":\"foreign affairs\",\"confidence\":0.95,\"quote\":\"The coastal"
                  + " boundary\",\"country\":\"Russia\",\"year_meant\":1888,\"appeal\":true}",
              "STOP");
    };
  }

  private void write(FxRobot robot, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.sleep(400, java.util.concurrent.TimeUnit.MILLISECONDS);
    robot.interact(() -> write(stage.getScene(), name));
  }

  private static void write(Scene scene, String name) {
    WritableImage image = scene.snapshot(null);
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    try {
      ImageIO.write(picture, "png", TARGET.resolve("studio-" + name + ".png").toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
