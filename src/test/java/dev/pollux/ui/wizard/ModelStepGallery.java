package dev.pollux.ui.wizard;

import dev.pollux.cost.Budget;
import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.JobName;
import dev.pollux.domain.Location;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.Value;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RowChoice;
import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.RecipeJson;
import dev.pollux.run.Reconciler;
import dev.pollux.run.RequestTables;
import dev.pollux.run.RunClaims;
import dev.pollux.run.Submitter;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import dev.pollux.ui.kit.Navigation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Run by hand (`-Dtest=ModelStepGallery`): pictures of the step that chooses a model, with its
/// settings and the cost, into `target/gallery`.
@ExtendWith(ApplicationExtension.class)
class ModelStepGallery {
  private static final Path TARGET = Path.of("target/gallery");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    AppTheme.loadFonts();
  }

  @Test
  void takePictures(FxRobot robot) throws Exception {
    Files.createDirectories(TARGET);
    for (String model : List.of("gemini-3.8-flash", "gemini-2.5-flash")) {
      take(robot, model, Locale.ENGLISH, false, 1200, 750);
    }
    take(robot, "gemini-3.8-flash", Locale.ENGLISH, true, 1200, 750);
    take(robot, "gemini-3.1-pro-preview", Locale.FRENCH, false, 920, 650);
  }

  private void take(FxRobot robot, String model, Locale locale, boolean dark, int w, int h) {
    robot.interact(() -> {
      AppTheme.theme(dark);
      WizardController wizard = wizard(new Words(locale));
      Scene scene = new Scene(wizard.root(), w, h);
      AppTheme.dress(scene, "wizard");
      stage.setScene(scene);
      stage.show();
      wizard.activate();
      wizard.restore(
          new Draft(
              FakeCloud.PROJECT + ".samples.sotu_passages",
              RecipeJson.write(
                  Recipe.of(
                      RequestSpec.of("Which subject does this passage deal with? {{text}}", ""),
                      model,
                      RowChoice.ALL)),
              false,
              FakeCloud.PROJECT + ".samples",
              "subjects",
              "",
              ""));
      wizard.onStep(Step.MODEL);
    });
    robot.interact(() -> robot.lookup("#wizard-settings-more").queryAs(Hyperlink.class).fire());
    String name = model + "-" + locale.getLanguage() + (dark ? "-dark" : "-light");
    robot.interact(() -> write(stage.getScene(), "model-" + name));
    robot.interact(() -> {
      robot.lookup(".wizard-scroll").queryAs(ScrollPane.class).setVvalue(1);
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
    });
    robot.interact(() -> write(stage.getScene(), "cost-" + name));
  }

  private static WizardController wizard(Words words) {
    FakeCloud cloud = new FakeCloud();
    cloud.catalog.dataset("samples", Location.US_CENTRAL1);
    cloud.catalog.table(
        "samples",
        "sotu_passages",
        13_866,
        new Field("text", FieldType.STRING, Field.Mode.NULLABLE, List.of(), ""));
    TableRef ref = cloud.catalog.tables.keySet().iterator().next();
    cloud.rows.tables.put(
        ref,
        IntStream.range(0, 13_866)
            .mapToObj(i -> new Row(List.of(new Value.Scalar("passage " + i))))
            .toList());
    cloud.gemini.tokens = 211;
    cloud.models.models.clear();
    ModelCatalog catalog = ModelCatalog.load();
    catalog
        .models(List.of())
        .forEach(
            m -> cloud.models.models.add(new dev.pollux.domain.ListedModel(m.model().id(), "GA")));
    FakeJournal journal = new FakeJournal();
    Submitter submitter =
        new Submitter(
            new RequestTables(cloud.catalog(), cloud.queries()),
            cloud.jobs(),
            journal,
            new Reconciler(cloud.jobs(), journal, new RunClaims(), CLOCK),
            CLOCK);
    return new WizardController(
        cloud,
        submitter,
        new SameThreadBackground(),
        words,
        new Nowhere(),
        CLOCK,
        new CostKnowledge(catalog, PriceList.load(), () -> Budget.DEFAULT, _ -> {}),
        _ -> {});
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
      ImageIO.write(picture, "png", TARGET.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// There is no other screen.
  private static final class Nowhere implements Navigation {
    @Override
    public void showTables() {}

    @Override
    public void showTable(TableRef table) {}

    @Override
    public void showWizard() {}

    @Override
    public void startWizard(TableRef table) {}

    @Override
    public void showJobs() {}

    @Override
    public void showJob(JobName job) {}

    @Override
    public void showResults(JobName job) {}
  }
}
