package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.draft.RunPlan;
import dev.pollux.run.Run;
import dev.pollux.run.Submitter;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.util.Optional;
import java.util.function.Consumer;

/// Sends a plan, once, and tells the model how far it got.
final class Submission {
  private final WizardModel model;
  private final Submitter submitter;
  private final Background background;
  private final Words words;
  private final Consumer<Run> submitted;

  /// @param submitted hears of the run that was sent, on the FX thread
  Submission(
      WizardModel model,
      Submitter submitter,
      Background background,
      Words words,
      Consumer<Run> submitted) {
    this.model = model;
    this.submitter = submitter;
    this.background = background;
    this.words = words;
    this.submitted = submitted;
  }

  /// Asks first when the same was sent within a day; pressed again, it is sent.
  void start(RunPlan plan) {
    boolean sure = model.asksAgain.get();
    model.busy.set(true);
    model.error.set("");
    model.progress.set(words.get("wizard.progress.INTENT"));
    background
        .named(words.get("wizard.task.submit"), _ -> send(plan, sure))
        .onCancelled(() -> model.error.set(words.get("feedback.stopped.why")))
        .onSuccess(run -> run.ifPresentOrElse(submitted, this::ask))
        .onFailure(e ->
            model.error.set(
                new FailureWords(words).explain(words.get("wizard.review.failed"), e).sentence()))
        .andFinally(() -> model.busy.set(false))
        .start();
  }

  /// Empty when the person must be asked. The journal is read here, off the FX thread.
  private Optional<Run> send(RunPlan plan, boolean sure)
      throws dev.pollux.cloud.CloudException, InterruptedException {
    return !sure && submitter.similar(plan).isPresent()
        ? Optional.empty()
        : Optional.of(submitter.submit(plan, this::onStage));
  }

  private void ask() {
    model.asksAgain.set(true);
    model.error.set(words.get("wizard.review.same"));
  }

  private void onStage(Run run) {
    String text = words.get("wizard.progress." + run.stage().name());
    background.show(() -> model.progress.set(text));
  }
}
