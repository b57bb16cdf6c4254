package dev.pollux.ui.retry;

import dev.pollux.background.Background;
import dev.pollux.cost.Budget;
import dev.pollux.cost.QueryPrice;
import dev.pollux.domain.Finding;
import dev.pollux.domain.job.RunId;
import dev.pollux.ledger.Retries;
import dev.pollux.ledger.Retry;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.text.ByteSize;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Confirm;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.FailureText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Finds out what would be sent again and at what price, asks the person, and sends it. FX thread
/// only.
public final class RetryFlow {
  private final Retries retries;
  private final Supplier<Budget> budget;
  private final Background background;
  private final Words words;
  private final MessageLog log;
  private final FailureWords failures;
  private final Question question;
  private final ReadOnlyObjectWrapper<Map<RunId, Phase>> underWay =
      new ReadOnlyObjectWrapper<>(Map.of());

  /// How far a retry is that has not ended.
  public enum Phase {
    /// What would be sent is being found out, and the person has not agreed.
    COUNTING,
    /// The person agreed.
    AGREED,
    /// The first of its jobs is in the journal, where the list of jobs finds it.
    SENDING
  }

  /// Where the person asked.
  public interface Asker {
    /// Whether the person is still there: a question over another screen is not understood.
    boolean inFront();

    /// Over which the question stands.
    @Nullable Window window();

    /// The first of the jobs is on its way, and the person is still there.
    void sending();
  }

  /// How the person is asked; for tests.
  interface Question {
    boolean isSure(@Nullable Window owner, String title, String text, String yes, String no);
  }

  public RetryFlow(
      Retries retries,
      Supplier<Budget> budget,
      Background background,
      Words words,
      MessageLog log) {
    this(retries, budget, background, words, log, Confirm::send);
  }

  RetryFlow(
      Retries retries,
      Supplier<Budget> budget,
      Background background,
      Words words,
      MessageLog log,
      Question question) {
    this.retries = retries;
    this.budget = budget;
    this.background = background;
    this.words = words;
    this.log = log;
    this.failures = new FailureWords(words);
    this.question = question;
  }

  /// The retries that have not ended, each by the first job of its run.
  public ReadOnlyObjectProperty<Map<RunId, Phase>> underWay() {
    return underWay.getReadOnlyProperty();
  }

  /// Does nothing for a run that is being retried already.
  ///
  /// @param run the first job of the run
  /// @param fates of the rows to be asked again
  public void ask(Asker asker, RunId run, Set<RowFate> fates) {
    if (underWay.get().containsKey(run)) {
      return;
    }
    enter(run, Phase.COUNTING);
    background
        .named(words.get("jobs.retry.counting"), _ -> retries.prepare(run, fates, budget.get()))
        .onCancelled(() -> log.add(failures.stopped(words.get("jobs.retry.not-counted"))))
        .onSuccess(retry -> {
          switch (retry) {
            case Retry.Refused(Finding why) -> log.add(refused(why));
            case Retry.Ready ready when asker.inFront() -> confirm(asker, run, ready);
            case Retry.Ready ready -> log.add(left(ready));
          }
        })
        .onFailure(e -> log.add(failures.explain(words.get("jobs.retry.not-counted"), e)))
        .andFinally(() -> leave(run, Phase.COUNTING))
        .start();
  }

  private void enter(RunId run, Phase phase) {
    Map<RunId, Phase> next = new HashMap<>(underWay.get());
    next.put(run, phase);
    underWay.set(Map.copyOf(next));
  }

  /// Nothing where it is in another phase by now.
  private void leave(RunId run, Phase phase) {
    Map<RunId, Phase> next = new HashMap<>(underWay.get());
    if (next.remove(run, phase)) {
      underWay.set(Map.copyOf(next));
    }
  }

  /// The person went elsewhere meanwhile.
  private FailureText left(Retry.Ready ready) {
    return new FailureText(
        words.get("jobs.retry.refused"),
        words.get("jobs.retry.left", ready.chosen()),
        words.get("jobs.retry.left.next"),
        "",
        false);
  }

  private FailureText refused(Finding why) {
    return new FailureText(
        words.get("jobs.retry.refused"),
        words.get("prompt." + why.code(), why.args().toArray()),
        "",
        "",
        false);
  }

  private void confirm(Asker asker, RunId run, Retry.Ready ready) {
    boolean sure =
        question.isSure(
            asker.window(),
            words.get("jobs.retry.title", ready.chosen()),
            text(ready),
            words.get("jobs.retry.do", ready.requests()),
            words.get("jobs.retry.keep"));
    if (sure) {
      send(asker, run, ready);
    }
  }

  private String text(Retry.Ready ready) {
    String price =
        ready
            .price()
            .map(usd ->
                words.get(
                    "jobs.retry.price",
                    Money.range(words, usd.low(), usd.high()),
                    ready.requests()))
            .orElseGet(() -> words.get("jobs.retry.no-price", ready.requests()));
    String query =
        words.get(
            "jobs.retry.query",
            ByteSize.of(words, ready.bytes()),
            Money.usd(words, QueryPrice.dollars(ready.bytes())),
            ready.requests());
    return words.get("jobs.retry.text", ready.requests(), ready.rows().input())
        + " "
        + price
        + " "
        + query
        + " "
        + words.get("jobs.retry.after");
  }

  private void send(Asker asker, RunId run, Retry.Ready ready) {
    enter(run, Phase.AGREED);
    SentJobs heard = new SentJobs();
    background
        .named(
            words.get("jobs.task.send"),
            _ ->
                retries.send(
                    ready,
                    job -> {
                      heard.hear(job);
                      background.show(() -> begun(asker, run));
                    }))
        .worthWaiting()
        .onCancelled(() -> log.add(failures.stopped(heard.outcome(words))))
        .onSuccess(jobs -> sent(jobs, heard))
        .onFailure(e -> log.add(failures.explain(heard.outcome(words), e)))
        .andFinally(() -> {
          leave(run, Phase.AGREED);
          leave(run, Phase.SENDING);
        })
        .start();
  }

  /// A job that was refused after others were sent is one of the answers.
  private void sent(List<Run> jobs, SentJobs heard) {
    jobs.forEach(heard::hear);
    jobs.stream()
        .filter(job -> job.stage() == RunStage.REFUSED)
        .findFirst()
        .ifPresent(refused ->
            log.add(
                new FailureText(
                    heard.outcome(words), refused.problem().orElse(""), "", "", false)));
  }

  /// Called at each step.
  private void begun(Asker asker, RunId run) {
    if (underWay.get().get(run) == Phase.AGREED) {
      enter(run, Phase.SENDING);
      if (asker.inFront()) {
        asker.sending();
      }
    }
  }
}
