package dev.pollux.ui.wizard.review;

import dev.pollux.background.Background;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import dev.pollux.draft.Draft;
import dev.pollux.draft.check.DraftCost;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.DraftState;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.run.submit.Submitter;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.kit.FailureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sends a plan, once, asks before what costs much or was sent before, and says what became of it.
final class Submission {
  private final ReviewModel model;
  private final Submitter submitter;
  private final Background background;
  private final Words words;
  private final BiConsumer<Run, Draft> submitted;
  private final Consumer<String> said;
  private final Runnable ended;
  private SendConfirmation confirmation = SendConfirmation.NONE;
  private @Nullable RunStage reached;

  /// @param submitted hears of the run that was sent, and of the draft that it was
  /// @param said hears what went wrong, in words
  /// @param ended called when sending is over, however it ended: the next job has another id
  Submission(
      ReviewModel model,
      Submitter submitter,
      Background background,
      Words words,
      BiConsumer<Run, Draft> submitted,
      Consumer<String> said,
      Runnable ended) {
    this.model = model;
    this.submitter = submitter;
    this.background = background;
    this.words = words;
    this.submitted = submitted;
    this.said = said;
    this.ended = ended;
  }

  /// The draft has changed: what was asked before is asked anew if it is still to be asked.
  void reconsider(Optional<RunPlan> plan) {
    if (plan.filter(p -> confirmation.isAbout(p.fingerprint(), p.estimate())).isEmpty()) {
      confirmation = SendConfirmation.NONE;
      model.question().set("");
    }
  }

  /// The person pressed Submit. All that they must say yes to is one question.
  void press(RunPlan plan, DraftState state) {
    // The draft may have changed while the question was on its way.
    boolean about = confirmation.isAbout(plan.fingerprint(), plan.estimate());
    Optional<Finding> dear =
        about && confirmation.priced() ? Optional.empty() : DraftCost.asks(state);
    boolean sure = about && confirmation.repeated();
    boolean simulated = state.context().connection().simulated();
    Draft draft = state.draft();
    reached = null;
    model.busy().set(true);
    model.question().set("");
    said.accept("");
    model
        .progress()
        .set(words.get(dear.isPresent() ? "wizard.review.checking" : "wizard.progress.INTENT"));
    background
        .named(words.get("wizard.task.submit"), _ -> submit(plan, dear.isPresent(), sure))
        .worthWaiting()
        .onCancelled(() -> said.accept(outcome("wizard.review.stopped-sending.")))
        .onSuccess(reply ->
            reply
                .run()
                .ifPresentOrElse(
                    sent -> onSubmitted(sent, draft), () -> ask(plan, dear, reply, simulated)))
        .onFailure(e -> said.accept(failed(e)))
        .andFinally(this::onEnded)
        .start();
  }

  /// @param run that was sent; empty when the person must be asked
  /// @param repeated whether the same was sent within a day
  /// @param paid what that cost, where it is known
  private record Reply(Optional<Run> run, boolean repeated, Optional<Double> paid) {}

  /// The journal is read here, off the FX thread.
  private Reply submit(RunPlan plan, boolean dear, boolean sure)
      throws CloudException, InterruptedException {
    Optional<Run> before = sure ? Optional.empty() : submitter.similar(plan);
    return dear || before.isPresent()
        ? new Reply(Optional.empty(), before.isPresent(), before.flatMap(submitter::bill))
        : new Reply(Optional.of(submitter.submit(plan, this::onStage)), false, Optional.empty());
  }

  private void onStage(Run run) {
    String text =
        words.get(
            run.isHeldUp()
                ? run.stage() == RunStage.SUBMITTING
                    ? "wizard.progress.provisioning"
                    : "wizard.progress.unreached"
                : "wizard.progress." + run.stage().name());
    background.show(() -> {
      reached = run.stage();
      model.progress().set(text);
    });
  }

  private void ask(RunPlan plan, Optional<Finding> dear, Reply reply, boolean simulated) {
    boolean repeated = reply.repeated();
    boolean about = confirmation.isAbout(plan.fingerprint(), plan.estimate());
    confirmation =
        new SendConfirmation(
            plan.fingerprint(),
            plan.estimate(),
            (about && confirmation.priced()) || dear.isPresent(),
            (about && confirmation.repeated()) || repeated);
    List<String> parts = new ArrayList<>();
    dear.ifPresent(asks -> parts.add(words.get("prompt." + asks.code(), asks.args().toArray())));
    if (repeated) {
      parts.add(words.get("wizard.review.same"));
      // What it came to says more than a range that was told before.
      reply
          .paid()
          .ifPresent(usd -> parts.add(words.get("wizard.review.same-paid", Money.usd(words, usd))));
    }
    if (simulated) {
      parts.add(words.get("wizard.review.rehearsal"));
    }
    parts.add(
        words.get(
            repeated && !simulated
                ? "wizard.review.press-again-paid"
                : "wizard.review.press-again"));
    model.question().set(String.join(" ", parts));
  }

  private void onSubmitted(Run run, Draft draft) {
    confirmation = SendConfirmation.NONE;
    submitted.accept(run, draft);
  }

  private void onEnded() {
    model.busy().set(false);
    model.progress().set("");
    if (reached != null) {
      ended.run();
    }
  }

  private String failed(Exception problem) {
    FailureText text = new FailureWords(words).explain(outcome("wizard.review.failed."), problem);
    return text.sentence();
  }

  /// True by how far it got: nothing was sent, perhaps it was, or it was.
  private String outcome(String key) {
    String sent =
        switch (reached) {
          case null -> "NOTHING";
          case INTENT, PREPARING, COPYING, REFUSED -> "NOTHING";
          case SUBMITTING, UNKNOWN, ABSENT, GIVEN_UP -> "PERHAPS";
          case SUBMITTED -> "SENT";
        };
    return words.get(key + sent);
  }
}
