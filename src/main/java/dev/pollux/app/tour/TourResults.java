package dev.pollux.app.tour;

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

  /// There is one run over the table: the page says how to get a second.
  static void openCompare(TourRobot hand) throws InterruptedException {
    hand.click("results-picked-all");
    hand.click("results-tab-compare");
    hand.awaitText("compare-first", text -> !text.isBlank());
  }
}
