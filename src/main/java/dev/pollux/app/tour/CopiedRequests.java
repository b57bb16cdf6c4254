package dev.pollux.app.tour;

import dev.pollux.app.tour.TourScript.Step;
import java.util.List;

/// The steps of a job over a table in `US`, where no batch job reads: its requests are made there
/// and copied to the region of the answers.
final class CopiedRequests {
  private static final String TABLE = "speeches";
  private static final String TEMPLATE = "Which subject does this passage deal with? {{text}}";

  private CopiedRequests() {}

  static List<Step> steps() {
    return List.of(
        new Step("us-table", CopiedRequests::browse),
        new Step("us-source", CopiedRequests::openWizard),
        new Step("us-review", CopiedRequests::prepare),
        new Step("us-sent", CopiedRequests::submit),
        new Step("us-done", hand -> hand.awaitShown("jobs-open-results")),
        new Step("us-results", CopiedRequests::openResults));
  }

  private static void browse(TourRobot hand) throws InterruptedException {
    hand.click("rail-tables");
    hand.click("browser-tab-rows");
    hand.type("browser-filter", TABLE);
    hand.clickText("browser-tree", TABLE, 1);
    hand.awaitText("browser-title", text -> text.contains(TABLE));
    hand.awaitText("browser-grid", text -> text.contains("Barack Obama"));
  }

  private static void openWizard(TourRobot hand) throws InterruptedException {
    hand.click("browser-new-job");
    hand.awaitText("wizard-summary", text -> text.contains(TABLE));
  }

  /// What was proposed is taken.
  private static void prepare(TourRobot hand) throws InterruptedException {
    hand.click("wizard-next");
    hand.awaitShown("wizard-template");
    hand.click("wizard-tab-preview");
    hand.type("wizard-template", TEMPLATE);
    hand.awaitText("wizard-preview-text", text -> text.contains("deal with"));
    hand.click("wizard-next");
    hand.awaitText("wizard-cost-range", text -> text.contains("$"));
    hand.click("wizard-next");
    hand.awaitText("wizard-destination-uri", text -> text.contains(TABLE + "_answers"));
    hand.awaitText("wizard-error", text -> text.contains("copies the requests"));
    hand.click("wizard-next");
    hand.awaitShown("wizard-review-checks");
    hand.awaitText("wizard-review-checks", text -> text.contains("send the job"));
  }

  private static void submit(TourRobot hand) throws InterruptedException {
    hand.click("wizard-submit");
    hand.awaitText("jobs-details-title", text -> text.contains(TABLE));
  }

  private static void openResults(TourRobot hand) throws InterruptedException {
    hand.click("jobs-open-results");
    hand.awaitText("results-title", text -> text.contains(TABLE));
    hand.awaitShown("results-return");
  }
}
