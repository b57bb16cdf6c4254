package dev.pollux.ui.results;

import dev.pollux.background.Background;
import dev.pollux.cloud.Cloud;
import dev.pollux.cost.Budget;
import dev.pollux.ledger.Retries;
import dev.pollux.ledger.RunAnswers;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.submit.AnswersCopies;
import dev.pollux.run.submit.Reconciler;
import dev.pollux.run.submit.RequestTables;
import dev.pollux.run.submit.Submitter;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.retry.RetryFlow;
import java.time.InstantSource;

/// What the Results screen needs of runs, over a cloud and a journal.
final class ResultsRuns {
  private ResultsRuns() {}

  static ResultsController.Runs of(
      Cloud cloud, Journal journal, Background background, Words words) {
    InstantSource clock = InstantSource.system();
    Submitter submitter =
        new Submitter(
            new RequestTables(cloud, clock),
            cloud.jobs(),
            journal,
            new Reconciler(cloud.jobs(), journal, new RunClaims(), clock),
            clock);
    return new ResultsController.Runs(
        journal,
        new RunAnswers(cloud, journal, clock),
        new RetryFlow(
            new Retries(cloud, journal, submitter),
            () -> Budget.DEFAULT,
            background,
            words,
            new MessageLog(clock)),
        new AnswersCopies(cloud, journal, new RunClaims(), clock),
        () -> Budget.DEFAULT);
  }
}
