package dev.pollux.app.tour;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/// The steps of the tour, in the order in which a person takes them: up to the job that is sent,
/// nothing is clicked that the job does not need.
final class TourScript {
  private static final String TEMPLATE = "Which subject does this passage deal with? {{text}}";

  /// What an answer may say.
  static final List<String> SUBJECTS =
      List.of("economy", "war and peace", "foreign affairs", "law", "other");

  /// As it is proposed.
  private static final String DESTINATION = "sotu_passages_answers";

  /// The step at the end of which the job is sent.
  static final String SUBMITTED = "jobs-running";

  private TourScript() {}

  @FunctionalInterface
  interface Action {
    void perform(TourRobot hand) throws InterruptedException;
  }

  /// One thing to do; the picture is taken afterwards.
  record Step(String name, Action action) {}

  /// @param past whether there are jobs of earlier days
  static List<Step> steps(boolean past) {
    return Stream.of(
            mainJob(),
            past ? TourResults.compared() : TourResults.alone(),
            tableSteps(),
            past ? TourJobs.steps() : List.<Step>of(),
            CopiedRequests.steps())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Step> mainJob() {
    return List.of(
        new Step("tables", TourScript::browse),
        new Step("wizard-source", TourScript::openWizard),
        new Step("wizard-empty", TourScript::openRequests),
        new Step("wizard-requests", TourScript::writeTemplate),
        new Step("wizard-answer", TourScript::buildAnswer),
        new Step("wizard-trial", TourScript::tryRows),
        new Step("wizard-model", TourScript::chooseModel),
        new Step("wizard-destination", TourScript::chooseDestination),
        new Step("wizard-review", TourScript::review),
        new Step(SUBMITTED, TourScript::submit),
        new Step("jobs-done", hand -> hand.awaitShown("jobs-open-results")),
        new Step("results", TourScript::openResults),
        new Step("results-summary", TourResults::openSummary),
        new Step("results-picked", TourResults::readPicked));
  }

  private static List<Step> tableSteps() {
    return List.of(
        new Step("table-schema", TourScript::openSchema),
        new Step("table-details", hand -> hand.click("browser-tab-details")));
  }

  private static void browse(TourRobot hand) throws InterruptedException {
    hand.type("browser-filter", "sotu");
    hand.clickText("browser-tree", "sotu_passages", 1);
    hand.awaitText("browser-grid", text -> text.contains("George Washington"));
  }

  private static void openWizard(TourRobot hand) throws InterruptedException {
    hand.click("browser-new-job");
    hand.awaitText("wizard-summary", text -> text.contains("13,866"));
  }

  private static void openRequests(TourRobot hand) throws InterruptedException {
    hand.click("wizard-next");
    hand.awaitShown("wizard-template");
  }

  /// A step of its own: whoever reads `tour.json` sees whether typing stalls.
  private static void writeTemplate(TourRobot hand) throws InterruptedException {
    hand.write("wizard-template", TEMPLATE);
    hand.awaitText("wizard-preview-text", text -> text.contains("Fellow-Citizens"));
  }

  /// A word out of some, and a number.
  private static void buildAnswer(TourRobot hand) throws InterruptedException {
    hand.click("wizard-answer-columns");
    hand.enter("wizard-schema-name-0", "subject");
    hand.choose("wizard-schema-type-0", "one of");
    hand.press(KeyCode.TAB);
    hand.enter("wizard-schema-words-0", String.join(", ", SUBJECTS));
    hand.press(KeyCode.ENTER);
    hand.enter("wizard-schema-name-1", "confidence");
    hand.choose("wizard-schema-type-1", "number");
    hand.awaitText("wizard-preview-tokens", text -> text.contains("tokens"));
  }

  private static void tryRows(TourRobot hand) throws InterruptedException {
    hand.click("wizard-trial-start");
    hand.awaitText("wizard-trial-sums", text -> text.contains("10 of 10"));
  }

  private static void chooseModel(TourRobot hand) throws InterruptedException {
    hand.click("wizard-next");
    hand.awaitText("wizard-cost-range", text -> text.contains("$"));
  }

  private static void chooseDestination(TourRobot hand) throws InterruptedException {
    hand.click("wizard-next");
    hand.awaitText("wizard-destination-uri", text -> text.contains(DESTINATION));
  }

  private static void review(TourRobot hand) throws InterruptedException {
    hand.awaitText("wizard-error", String::isBlank);
    hand.click("wizard-next");
    hand.awaitShown("wizard-review-checks");
    hand.awaitText("wizard-review-checks", text -> text.contains("send the job"));
    hand.awaitText("wizard-submit", text -> text.contains("13,866"));
  }

  private static void submit(TourRobot hand) throws InterruptedException {
    hand.click("wizard-submit");
    hand.awaitText("jobs-details-title", text -> !text.isBlank());
    hand.awaitText("jobs-table", text -> text.contains("Running") && text.contains("left"));
  }

  private static void openResults(TourRobot hand) throws InterruptedException {
    hand.click("jobs-open-results");
    hand.awaitText("results-counts", text -> text.contains("13,866"));
    hand.awaitText("results-grid", text -> text.contains("confidence"));
    hand.awaitText("results-grid", text -> text.contains("foreign affairs"));
  }

  private static void openSchema(TourRobot hand) throws InterruptedException {
    hand.click("rail-tables");
    hand.click("browser-tab-schema");
  }
}
