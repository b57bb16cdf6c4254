package dev.pollux.ui.wizard.review;

import dev.pollux.domain.job.UsdRange;
import dev.pollux.draft.Draft;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.plan.Readiness;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.PaidBefore;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.DraftText;
import dev.pollux.ui.wizard.step.StepActions;
import dev.pollux.ui.wizard.step.StepView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The checks, the names, and what is sent; beside them the job in short and Submit.
final class ReviewView extends StepView {
  private final Words words;
  private final TextField title = new TextField();
  private final DraftText titleText;
  private final TextField labels = new TextField();
  private final DraftText labelsText;
  private final VBox labelled;
  private final CheckList checks;
  private final CodePane code;
  private final SubmitPane submit;

  ReviewView(
      DraftModel model,
      ReviewModel review,
      ReviewController controller,
      StepActions actions,
      Words words) {
    super(model, words.get("wizard.review.question"), words.get("wizard.review.sentence"));
    this.words = words;
    titleText = field(title, "wizard-job-title", "wizard.review.title", titleText(model));
    labelsText = field(labels, "wizard-labels", "wizard.review.labels", labelsText(model));
    labels.setPromptText(words.get("wizard.review.labels.example"));
    checks = new CheckList(actions);
    code = new CodePane(review, controller, words);
    submit = new SubmitPane(review, controller, words);
    VBox named = new VBox(4, caption(words.get("wizard.review.title")), title);
    labelled = new VBox(4, caption(words.get("wizard.review.labels")), labels);
    HBox.setHgrow(named, Priority.ALWAYS);
    HBox.setHgrow(labelled, Priority.ALWAYS);
    ScrollPane all = new ScrollPane(checks.root());
    all.setFitToWidth(true);
    all.setMinHeight(140);
    all.setPrefViewportHeight(300);
    all.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(all, Priority.SOMETIMES);
    VBox.setVgrow(code.root(), Priority.ALWAYS);
    VBox left = new VBox(12, all, new HBox(12, named, labelled), code.root());
    left.getStyleClass().add("review-sent");
    BorderPane body = new BorderPane(left);
    body.setRight(submit.root());
    VBox.setVgrow(body, Priority.ALWAYS);
    add(body);
  }

  private DraftText field(TextField field, String id, String key, DraftText bound) {
    field.setId(id);
    field.setAccessibleText(words.get(key));
    return bound;
  }

  private DraftText titleText(DraftModel model) {
    return DraftText.bind(
        title, model, "title", state -> state.draft().title(), DraftState::title, Draft::withTitle);
  }

  private DraftText labelsText(DraftModel model) {
    return DraftText.bind(
        labels, model, "labels", state -> state.draft().labels(), _ -> "", Draft::withLabels);
  }

  void focusFirst() {
    title.requestFocus();
  }

  @Override
  protected void show(DraftState state) {
    titleText.show(state);
    labelsText.show(state);
    labelled.setVisible(!state.ownRequests());
    labelled.setManaged(!state.ownRequests());
    checks.show(model().checks().of(Step.REVIEW));
    code.show();
    submit.show(
        facts(state),
        fact("cost", DraftCost.price(state).map(this::money)),
        label(state),
        agreed(state));
  }

  /// The job in short.
  private List<SubmitPane.Fact> facts(DraftState state) {
    List<SubmitPane.Fact> facts = new ArrayList<>();
    facts.add(fact("source", state.table().map(t -> t.ref().shortName())));
    facts.add(fact("rows", rows(state)));
    facts.add(fact("model", state.model().map(m -> m.id())));
    facts.add(fact("destination", state.destination().map(d -> d.shortName())));
    facts.add(fact("location", state.jobLocation().map(l -> l.id())));
    state
        .facts()
        .paid()
        .value()
        .flatMap(paid -> paid)
        .ifPresent(paid -> facts.add(fact("before", Optional.of(before(paid)))));
    return facts;
  }

  /// What the same cost.
  private String before(PaidBefore paid) {
    LocalDate day = LocalDate.ofInstant(paid.sent(), ZoneId.systemDefault());
    return words.get("wizard.summary.paid", Money.usd(words, paid.usd()), day);
  }

  private SubmitPane.Fact fact(String key, Optional<String> value) {
    Label name = new Label(words.get("wizard.summary." + key));
    name.getStyleClass().add("caption");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label text =
        new Label(
            value.orElse(
                words.get(key.equals("cost") ? "wizard.summary.unpriced" : "wizard.summary.none")));
    text.setId("wizard-review-" + key);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.getStyleClass().add(key.equals("cost") ? "title" : "heading");
    return new SubmitPane.Fact(name, text);
  }

  private Optional<String> rows(DraftState state) {
    if (state.rows().isEmpty()) {
      return Optional.empty();
    }
    long rows = state.rows().getAsLong();
    long requests = state.requests().orElse(rows);
    return Optional.of(
        requests == rows
            ? words.get("wizard.summary.count", rows)
            : words.get("wizard.summary.count-shared", rows, requests));
  }

  private String money(UsdRange price) {
    return Money.range(words, price.low(), price.high());
  }

  /// What pressing does: how many requests, for how much.
  private String label(DraftState state) {
    long requests = state.requests().orElse(0);
    return DraftCost.price(state)
        .map(price -> words.get("wizard.submit-for", requests, money(price)))
        .orElseGet(() -> words.get("wizard.submit", requests));
  }

  /// The same once it is the answer to a question.
  private String agreed(DraftState state) {
    long requests = state.requests().orElse(0);
    return DraftCost.price(state)
        .map(price -> words.get("wizard.submit-yes-for", requests, money(price)))
        .orElseGet(() -> words.get("wizard.submit-yes", requests));
  }

  /// Says why Submit cannot be pressed.
  static String waiting(Readiness readiness, Words words) {
    return switch (readiness) {
      case Readiness.Stopped _ -> words.get("wizard.review.stopped");
      case Readiness.Waiting _ -> words.get("wizard.review.checking");
      case Readiness.Ready _ -> "";
    };
  }
}
