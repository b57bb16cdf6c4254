package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.JobName;
import dev.pollux.draft.Step;
import dev.pollux.testing.ErrorOutput;
import dev.pollux.ui.shell.ScreenId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Whatever a person looks at when they choose other words, another theme, or close the window,
/// they look at it afterwards too: each screen, and each step of the wizard.
@ExtendWith(ApplicationExtension.class)
class KeptPlaceTest {
  // The entries of the gear: three themes, a line, three languages.
  private static final int DARK = 4;
  private static final int ENGLISH = 7;
  private static final int FRENCH = 8;
  private static final int MOST_PRESSES = 200;
  @TempDir private Path folder;
  private final ScreenHand hand = new ScreenHand();
  private final SampleJob sample = new SampleJob(hand);
  private final ErrorOutput said = ErrorOutput.listen();
  private OpenedWindow window;

  @Start
  void start(Stage shared) {
    window = new OpenedWindow(folder, new Stage());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    said.close();
    assertThat(said.ofStyles()).isEmpty();
  }

  @Test
  void everyScreenAndStepStays() throws Exception {
    window.awaitUsable();
    sample.openTable();
    staysInOtherWords("browser-grid", "browser-tab-rows", "George Washington");
    sample.begin();
    staysInOtherWords("wizard-source-columns", "wizard-next", "president");
    next("wizard-template");
    hand.write("wizard-template", "Which subject has {{text}}?");
    hand.press("wizard-tab-rows");
    hand.choose("wizard-rows-share", 1);
    hand.write("wizard-rows-limit", "20");
    hand.press("wizard-tab-preview");
    staysInOtherWords("wizard-preview-text", "wizard-next", "Fellow-Citizens");
    next("wizard-model-list");
    staysInOtherWords("wizard-cost-range", "wizard-next", "$");
    next("wizard-table-name");
    hand.write("wizard-table-name", "kept_place");
    staysInOtherWords("wizard-destination-uri", "wizard-next", "kept_place");
    next("wizard-review-checks");
    staysInOtherWords("wizard-submit", "wizard-back", "20");
    closeAndOpen();
    hand.awaitText("wizard-submit", "20");
    hand.awaitEnabled("wizard-submit");
    hand.press("wizard-submit");
    hand.awaitText("jobs-details-title", "kept_place");
    hand.awaitEnabled("jobs-open-results");
    staysInOtherWords("jobs-table", "rail-jobs", "kept_place");
    hand.press("jobs-open-results");
    hand.awaitText("results-counts", "20");
    staysInOtherWords("results-counts", "rail-results", "20");
    closeAndOpen();
    hand.awaitText("results-counts", "20");
  }

  /// In the screens that are not in front, too.
  @Test
  void whatIsOpenTypedAndChosenStaysInOtherWords() throws Exception {
    Path file = Files.writeString(folder.resolve("letters.csv"), "id,letter\n1,a\n2,b\n");
    window.awaitUsable();
    sample.openTable();
    hand.press("browser-tab-schema");
    hand.press("rail-jobs");
    hand.write("jobs-filter", "nothing like it");
    hand.press("jobs-tab-done");
    hand.menu("shell-settings", FRENCH);
    hand.awaitText("jobs-tab-done", "Finies");
    assertThat(chosen("jobs-tab-done")).isTrue();
    hand.awaitText("jobs-filter", "nothing like it");
    hand.press("rail-tables");
    hand.awaitText("browser-filter", "sotu");
    hand.awaitText("browser-tab-schema", "Sch");
    assertThat(chosen("browser-tab-schema")).isTrue();
    hand.run(() -> window.drop(file));
    hand.write("import-table", "of_the_alphabet");
    hand.menu("shell-settings", ENGLISH);
    hand.awaitText("import-send", "Import");
    hand.awaitText("import-table", "of_the_alphabet");
  }

  @Test
  void theCellAndTheRowsInSightStayInOtherWords() throws Exception {
    window.awaitUsable();
    sample.openTable();
    hand.write("browser-goto", "5000");
    hand.run(() -> ((TextField) hand.node("browser-goto")).fireEvent(new ActionEvent()));
    hand.awaitText("browser-range", "5,000");
    hand.awaitText("browser-value", "5000");
    hand.menu("shell-settings", FRENCH);
    hand.awaitText("browser-range", "5\u202f000");
    hand.awaitText("browser-value", "5000");
    FxRobot keys = new FxRobot();
    keys.push(KeyCode.CONTROL, KeyCode.N);
    hand.awaitShown("wizard-source");
  }

  private boolean chosen(String id) {
    return ((ToggleButton) hand.node(id)).isSelected();
  }

  /// As soon as what stops it is looked up.
  private void next(String shown) {
    for (int times = 0; times < MOST_PRESSES && !hand.isOpen(shown); times++) {
      hand.press("wizard-next");
      hand.frames();
    }
    hand.awaitShown(shown);
  }

  /// @param id what shows that text, before and after
  /// @param named says where one is, in the words of the language
  private void staysInOtherWords(String id, String named, String text) throws Exception {
    hand.awaitText(id, text);
    String english = ScreenHand.text(hand.node(named));
    hand.menu("shell-settings", FRENCH);
    hand.awaitText(id, text);
    hand.awaitText(named, now -> !now.equals(english));
    hand.menu("shell-settings", DARK);
    hand.awaitText(id, text);
    hand.menu("shell-settings", ENGLISH);
    hand.awaitText(id, text);
    hand.awaitText(named, english::equals);
  }

  private void closeAndOpen() throws Exception {
    window.close();
    hand.run(() -> window = new OpenedWindow(folder, new Stage()));
    window.awaitUsable();
  }

  @Test
  void whatIsKeptIsReadAgainAndNothingElse() {
    Optional<JobName> job =
        JobName.find("projects/p/locations/us-central1/batchPredictionJobs/1234");
    for (LeftPlace place :
        List.of(
            LeftPlace.first("p"),
            new LeftPlace("p", ScreenId.RESULTS, Step.REVIEW, job, Optional.of("run-1")),
            new LeftPlace("p", ScreenId.WIZARD, Step.MODEL, Optional.empty(), Optional.empty()))) {
      assertThat(LeftPlace.parse(place.text())).contains(place);
    }
    for (String other :
        List.of("", "p", "p\nCELLAR\nMODEL\n-\n-", "p\nJOBS\nCELLAR\n-\n-", "p\nJOBS\nMODEL\n-")) {
      assertThat(LeftPlace.parse(other)).as(other).isEmpty();
    }
  }
}
