package dev.pollux.app.tour;

import java.util.List;

/// The steps of the tour through the pages of the results.
final class TourResults {
  private TourResults() {}

  /// What came out, with the most frequent subject picked.
  static void openSummary(TourRobot hand) throws InterruptedException {
    hand.click("results-tab-summary");
    hand.awaitShown("results-chart-0-0");
    hand.click("results-chart-0-0");
    hand.awaitText("results-summary-only", text -> text.contains("subject is"));
  }

  /// Only the rows behind that bar.
  static void readPicked(TourRobot hand) throws InterruptedException {
    hand.click("results-summary-read");
    hand.awaitText("results-picked", text -> text.contains("subject is"));
    hand.awaitText("results-range", text -> !text.contains("13,866"));
    hand.awaitText("results-grid", text -> text.contains("confidence"));
  }

  /// The run beside one of the days before, then the rows of which both say something else.
  static List<TourScript.Step> compared() {
    return List.of(
        new TourScript.Step("results-compare", TourResults::compare),
        new TourScript.Step("results-different", TourResults::onlyDifferent));
  }

  /// There is one run over the table: the page says how to get a second.
  static List<TourScript.Step> alone() {
    return List.of(new TourScript.Step("results-compare", TourResults::openCompare));
  }

  private static void openCompare(TourRobot hand) throws InterruptedException {
    hand.click("results-picked-all");
    hand.click("results-tab-compare");
    hand.awaitText("compare-first", text -> !text.isBlank());
  }

  private static void compare(TourRobot hand) throws InterruptedException {
    openCompare(hand);
    hand.chooseBeginning("compare-other", TourRuns.COMPARED);
    hand.awaitText("compare-both", text -> text.contains("13,"));
    hand.awaitText("compare-grid", text -> text.contains("subject"));
  }

  private static void onlyDifferent(TourRobot hand) throws InterruptedException {
    hand.click("compare-different");
    hand.awaitText("compare-range", text -> !text.contains("13,866"));
    hand.awaitText("compare-grid", text -> TourScript.SUBJECTS.stream().anyMatch(text::contains));
  }
}
