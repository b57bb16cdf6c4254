package dev.pollux.ui.wizard;

import dev.pollux.domain.Finding;
import dev.pollux.draft.Draft;
import dev.pollux.draft.Step;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.state.Facts;
import dev.pollux.ui.wizard.step.DraftModel;
import dev.pollux.ui.wizard.step.WizardStep;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The way of a person from step to step: back is always open, forward as far as nothing stops, and
/// what is still being looked up is waited for. FX thread only.
final class StepFlow {
  private static final String UNCOUNTED = "rows.not-counted-yet";
  private final DraftModel draft;
  private final WizardModel model;
  private final LookupRunner lookups;
  private final WizardActions actions;
  private final Map<Step, WizardStep> steps;
  private final Runnable layOut;
  // The draft that is to be reviewed as soon as all is known of it.
  private Optional<Draft> wanted = Optional.empty();
  // What the press on "next" waits for.
  private Optional<Finding> waited = Optional.empty();

  /// @param layOut lays out what is in front
  StepFlow(
      DraftModel draft,
      WizardModel model,
      LookupRunner lookups,
      WizardActions actions,
      Map<Step, WizardStep> steps,
      Runnable layOut) {
    this.draft = draft;
    this.model = model;
    this.lookups = lookups;
    this.actions = actions;
    this.steps = steps;
    this.layOut = layOut;
  }

  /// Another draft is another matter: nothing is waited for.
  void drop() {
    waited = Optional.empty();
    model.message().set("");
  }

  /// More is known of the draft: whoever waits for it goes on.
  void learned() {
    endWait();
    toReview();
  }

  /// To the source of a draft, and on to its review as far as nothing stops, once that is known.
  void review(Draft kept) {
    wanted = Optional.of(kept);
    toReview();
  }

  /// Nobody wants to go on to a review.
  void stay() {
    wanted = Optional.empty();
  }

  /// Goes to the review, or to what stops it, once all before it is known, if that is still what
  /// the person wants.
  private void toReview() {
    boolean same =
        wanted.filter(draft.draft()::equals).isPresent() && model.step().get() == Step.SOURCE;
    if (!same) {
      wanted = Optional.empty();
    } else if (isSettled()) {
      wanted = Optional.empty();
      whole();
    }
  }

  /// What was waited for when the person pressed is known: the press counts now.
  private void endWait() {
    if (waited.filter(what -> !draft.checks().of(model.step().get()).contains(what)).isPresent()) {
      waited = Optional.empty();
      model.message().set("");
      goOn();
    }
  }

  /// Whether what stops the draft stays: nothing is being looked up that it follows from.
  private boolean isSettled() {
    return draft.checks().of(draft.checks().firstStopped()).stream()
        .filter(Finding::stops)
        .noneMatch(f -> DraftChecks.isUnderWay(f) || f.code().equals(UNCOUNTED));
  }

  /// The step that is in front.
  WizardStep front() {
    return step(model.step().get());
  }

  WizardStep step(Step step) {
    return Objects.requireNonNull(steps.get(step));
  }

  /// To the next step, or to what stops this one; what is still being looked up is waited for.
  void goOn() {
    Step step = model.step().get();
    Optional<Finding> stop = draft.checks().of(step).stream().filter(Finding::stops).findFirst();
    if (stop.isPresent()) {
      waited = stop.filter(DraftChecks::isUnderWay);
      model.message().set(actions.say(stop.get()));
      step(step).focusFirst();
      return;
    }
    go(step.next());
  }

  /// To the step before. Who goes there by key stays in no button that is gone.
  void back() {
    go(model.step().get().back());
    layOut.run();
    front().focusFirst();
  }

  /// A step of the bar was clicked: back is always open, forward as far as nothing stops; what does
  /// is said.
  void to(Step wanted) {
    Step limit = draft.checks().firstStopped();
    if (wanted.ordinal() <= limit.ordinal()) {
      go(wanted);
    } else {
      go(limit);
      lookups.retry();
      goOn();
    }
  }

  /// To the review, or to what is missing before it.
  void whole() {
    go(draft.checks().firstStopped());
  }

  void go(Step next) {
    Step before = model.step().get();
    waited = Optional.empty();
    model.message().set("");
    draft.endEdit();
    if (next == before) {
      return;
    }
    step(before).left();
    model.step().set(next);
    if (next == Step.REVIEW) {
      lookups.lookAgain(Facts.Topic.TAKEN);
      lookups.lookAgain(Facts.Topic.DESTINATION);
    }
    step(next).entered();
    if (next != Step.SOURCE) {
      // Who goes on by key goes on in the step, and not in what led there. A control that is not
      // laid out yet takes no focus.
      layOut.run();
      step(next).focusFirst();
    }
    lookups.refresh();
  }
}
