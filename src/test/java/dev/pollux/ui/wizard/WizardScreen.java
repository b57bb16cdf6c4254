package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.cost.Budget;
import dev.pollux.draft.Draft;
import dev.pollux.models.ModelCatalog;
import dev.pollux.models.PriceList;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.FakeTables;
import dev.pollux.testing.RecordedNavigation;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.AppTheme;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;

/// The whole wizard over a cloud in memory, as the window puts it together.
public final class WizardScreen {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));
  public final DraftFixture fixture = new DraftFixture();
  public final FakeJournal journal = new FakeJournal();
  public final FakeTables tables = new FakeTables();

  /// Each draft that was to be kept, newest last.
  public final List<Draft> kept = new ArrayList<>();

  private final Locale language;
  private final Background background;

  public WizardScreen(Locale language, Background background) {
    this.language = language;
    this.background = background;
  }

  public WizardController wizard() {
    Reconciler reconciler = new Reconciler(fixture.cloud.jobs, journal, new RunClaims(), CLOCK);
    Submitter submitter =
        new Submitter(
            new RequestTables(fixture.cloud, InstantSource.system()),
            fixture.cloud.jobs,
            journal,
            reconciler,
            CLOCK);
    return new WizardController(
        fixture.cloud,
        submitter,
        background,
        new Words(language),
        new RecordedNavigation(),
        CLOCK,
        new WizardSettings(
            ModelCatalog.load(),
            PriceList.load(),
            fixture.context.markKey(),
            tables,
            () -> Budget.DEFAULT,
            _ -> {}),
        kept::add);
  }

  /// The room that the window leaves for a screen, of 1280x800 or of 1000x700.
  public static Scene scene(WizardController wizard, boolean small, boolean dark) {
    AppTheme.loadFonts();
    AppTheme.theme(dark);
    Scene scene =
        new Scene(wizard.root(), (small ? 1000 : 1280) - 76, (small ? 700 : 800) - 48 - 28);
    AppTheme.dress(scene, "wizard");
    return scene;
  }

  public static String text(Scene scene, String id) {
    Node node = scene.lookup("#" + id);
    return node instanceof Labeled labeled ? labeled.getText() : "";
  }
}
