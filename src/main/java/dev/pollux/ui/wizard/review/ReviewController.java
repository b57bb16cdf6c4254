package dev.pollux.ui.wizard.review;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.code.CallText;
import dev.pollux.code.CodeJob;
import dev.pollux.code.CurlCode;
import dev.pollux.code.JavaCode;
import dev.pollux.code.PythonCode;
import dev.pollux.code.SqlCode;
import dev.pollux.draft.Draft;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.plan.Readiness;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.run.state.Run;
import dev.pollux.run.submit.Submitter;
import dev.pollux.text.Words;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.StepActions;
import dev.pollux.ui.wizard.step.WizardStep;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Parent;

/// Exactly what will be sent, what was checked, and the button that sends it.
public final class ReviewController implements WizardStep {
  /// How long the review is on the screen before Submit can be pressed.
  static final Duration READING_TIME = Duration.ofSeconds(1);

  private final DraftModel draft;
  private final StepActions actions;
  private final Lookups lookups;
  private final Background background;
  private final ReviewModel model = new ReviewModel();
  private final LatestOnly reading = new LatestOnly();
  private final Submission submission;
  private final ReviewView view;
  private boolean inFront;

  /// @param submitted hears of the run that was sent, and of the draft that it was
  /// @param ended called when sending is over, however it ended
  public ReviewController(
      DraftModel draft,
      StepActions actions,
      Lookups lookups,
      Submitter submitter,
      Background background,
      Words words,
      BiConsumer<Run, Draft> submitted,
      Runnable ended) {
    this.draft = draft;
    this.actions = actions;
    this.lookups = lookups;
    this.background = background;
    this.submission =
        new Submission(model, submitter, background, words, submitted, actions::tell, ended);
    this.view = new ReviewView(draft, model, this, actions, words);
    draft.state().subscribe(this::reconsider);
  }

  @Override
  public Parent root() {
    return view.root();
  }

  @Override
  public void focusFirst() {
    view.focusFirst();
  }

  @Override
  public void entered() {
    inFront = true;
    model.seen().set(false); // it may have been in front while the person was at another screen
    reconsider(draft.now());
    reading.start(
        background.task(_ -> true).delayed(READING_TIME).onSuccess(_ -> model.seen().set(true)));
  }

  @Override
  public void left() {
    inFront = false;
    reading.cancel();
    model.seen().set(false);
    model.question().set("");
  }

  private void reconsider(DraftState state) {
    Readiness now =
        inFront ? Readiness.of(state, draft.checks(), lookups::isOpen) : new Readiness.Waiting();
    model.readiness().set(now);
    submission.reconsider(
        now instanceof Readiness.Ready(RunPlan plan) ? Optional.of(plan) : Optional.empty());
  }

  void onSubmit() {
    if (model.armed().get() && model.readiness().get() instanceof Readiness.Ready(RunPlan plan)) {
      submission.press(plan, draft.now());
    }
  }

  void onShape(CodeShape shape) {
    model.shape().set(shape);
  }

  void onCopy(String text) {
    actions.copy(text);
  }

  /// What will be sent, or the same job as code; empty while something stops it.
  Optional<String> written(CodeShape shape) {
    return draft.plan().map(plan -> written(plan, shape));
  }

  private String written(RunPlan plan, CodeShape shape) {
    CodeJob code = RunPlanner.code(draft.now(), plan);
    return switch (shape) {
      case CALL -> CallText.of(plan.request(), plan.requests().makes(), plan.requests().brought());
      case SQL -> SqlCode.of(code);
      case CURL -> CurlCode.of(code);
      case PYTHON -> PythonCode.of(code);
      case JAVA -> JavaCode.of(code);
    };
  }
}
