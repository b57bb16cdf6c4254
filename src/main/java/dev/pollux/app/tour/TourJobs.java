package dev.pollux.app.tour;

import java.util.List;
import javafx.scene.input.KeyCode;

/// The steps that show the jobs of [TourRuns].
final class TourJobs {
  private TourJobs() {}

  static List<TourScript.Step> steps() {
    return List.of(
        new TourScript.Step("jobs-waiting", TourJobs::waiting),
        new TourScript.Step("jobs-stopped", TourJobs::stopped),
        new TourScript.Step("jobs-expired", TourJobs::expired),
        new TourScript.Step("jobs-retried", TourJobs::retried));
  }

  private static void waiting(TourRobot hand) throws InterruptedException {
    hand.click("rail-jobs");
    hand.clickText("jobs-table", TourRuns.WAITING, 1);
    hand.awaitText("jobs-story", text -> text.contains("waits for capacity"));
  }

  /// A part of it failed at first; the list unfolds into its attempts.
  private static void retried(TourRobot hand) throws InterruptedException {
    hand.clickText("jobs-table", TourRuns.RETRIED, 1);
    hand.awaitText("jobs-details-title", text -> text.contains(TourRuns.RETRIED));
    hand.focus("jobs-table");
    hand.press(KeyCode.RIGHT);
    hand.awaitText("jobs-table", text -> text.contains("attempt 2"));
  }

  private static void stopped(TourRobot hand) throws InterruptedException {
    hand.clickText("jobs-table", TourRuns.STOPPED, 1);
    hand.awaitText("jobs-story", text -> text.contains("You stopped"));
  }

  private static void expired(TourRobot hand) throws InterruptedException {
    hand.clickText("jobs-table", TourRuns.EXPIRED, 1);
    hand.awaitText("jobs-story", text -> text.contains("72"));
  }
}
