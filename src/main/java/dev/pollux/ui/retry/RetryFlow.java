package dev.pollux.ui.retry;

import dev.pollux.background.Background;
import dev.pollux.cost.Budget;
import dev.pollux.cost.QueryPrice;
import dev.pollux.domain.Finding;
import dev.pollux.domain.RunId;
import dev.pollux.ledger.Retries;
import dev.pollux.ledger.Retry;
import dev.pollux.results.RowFate;
import dev.pollux.text.Money;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.Confirm;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.kit.FailureText;
import java.util.Set;
import java.util.function.Supplier;
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
    this(retries, budget, background, words, log, Confirm::ask);
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

  /// @param run any job of the run
  /// @param fates of the rows to be asked again
  /// @param changed called when something was sent, or sending failed
  public void ask(@Nullable Window owner, RunId run, Set<RowFate> fates, Runnable changed) {
    background
        .named(words.get("jobs.retry.counting"), _ -> retries.prepare(run, fates, budget.get()))
        .onCancelled(() -> log.add(failures.stopped(words.get("jobs.retry.not-counted"))))
        .onSuccess(retry -> {
          switch (retry) {
            case Retry.Refused(Finding why) -> log.add(refused(why));
            case Retry.Ready ready -> confirm(owner, ready, changed);
          }
        })
        .onFailure(e -> log.add(failures.explain(words.get("jobs.retry.not-counted"), e)))
        .start();
  }

  private FailureText refused(Finding why) {
    return new FailureText(
        words.get("jobs.retry.refused"),
        words.get("prompt." + why.code(), why.args().toArray()),
        "",
        "",
        false);
  }

  private void confirm(@Nullable Window owner, Retry.Ready ready, Runnable changed) {
    boolean sure =
        question.isSure(
            owner,
            words.get("jobs.retry.title", ready.chosen()),
            text(ready),
            words.get("jobs.retry.do", ready.requests()),
            words.get("jobs.retry.keep"));
    if (sure) {
      send(ready, changed);
    }
  }

  private String text(Retry.Ready ready) {
    String price =
        ready
            .price()
            .map(usd -> words.get("jobs.retry.price", Money.range(words, usd.low(), usd.high())))
            .orElseGet(() -> words.get("jobs.retry.no-price"));
    String query =
        words.get(
            "jobs.retry.query",
            ready.bytes() / 1e6,
            Money.usd(words, QueryPrice.dollars(ready.bytes())));
    return words.get("jobs.retry.text", ready.requests(), ready.rows().input())
        + " "
        + price
        + " "
        + query
        + " "
        + words.get("jobs.retry.after");
  }

  private void send(Retry.Ready ready, Runnable changed) {
    background
        .named(words.get("jobs.task.send"), _ -> retries.send(ready, _ -> {}))
        .onCancelled(() -> log.add(failures.stopped(words.get("jobs.send.stopped"))))
        .onFailure(e -> log.add(failures.explain(words.get("jobs.send.failed"), e)))
        .andFinally(changed)
        .start();
  }
}
