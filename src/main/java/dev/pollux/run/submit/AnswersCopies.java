package dev.pollux.run.submit;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.run.state.AnswersCopy;
import dev.pollux.run.state.AnswersCopy.Stage;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.LedgerRun;
import dev.pollux.run.state.RunClaims;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Brings the answers of a run to where its data is, where its requests were brought from there. It
/// stands in the journal before it begins, and its job has an id of ours: whoever goes on after a
/// restart meets the copy that is under way, and makes no second one.
///
/// A copy cannot be stopped. Who gives it up waits for its end, and what it made is deleted.
public final class AnswersCopies {
  private final Cloud cloud;
  private final Journal journal;
  private final RunClaims claims;
  private final InstantSource clock;

  /// @param claims of the open journal
  public AnswersCopies(Cloud cloud, Journal journal, RunClaims claims, InstantSource clock) {
    this.cloud = cloud;
    this.journal = journal;
    this.claims = claims;
    this.clock = clock;
  }

  /// What a person may agree to.
  public sealed interface Prepared {
    /// @param makesDataset whether the dataset is not there so far
    record Ready(AnswersCopy copy, boolean makesDataset) implements Prepared {}

    record Refused(Finding why) implements Prepared {}
  }

  /// Where the data of a run is; empty where its answers are there.
  public static Optional<Location> home(LedgerRun run) {
    return run.root().plan().requests().brought().map(TableCopy::out);
  }

  /// The last time that it was asked for.
  public Optional<AnswersCopy> last(RunId root) {
    return Optional.ofNullable(journal.answersCopies().get(root));
  }

  /// A name that is free, beside the source, or in a dataset of the caller's project where the
  /// source belongs to another.
  public TableRef proposed(LedgerRun run, TableInfo answers) throws CloudException {
    TableRef source = run.root().plan().source();
    String project = cloud.connection().project();
    DatasetRef dataset =
        source.project().equals(project)
            ? source.datasetRef()
            : new DatasetRef(
                project, "pollux_answers_" + home(run).orElseThrow().id().replace('-', '_'));
    String name = answers.ref().table();
    TableRef free = dataset.table(name);
    for (int i = 2; cloud.catalog().table(free).isPresent(); i++) {
      free = dataset.table(name + "_" + i);
    }
    return free;
  }

  /// Whether the answers can go into that table. Makes nothing.
  public Prepared prepare(LedgerRun run, TableInfo answers, TableRef to) throws CloudException {
    Location home = home(run).orElseThrow();
    Optional<Dataset> dataset = cloud.catalog().dataset(to.datasetRef());
    Optional<AnswersCopy> last = last(run.id());
    if (last.filter(copy -> copy.stage().isOpen()).isPresent()) {
      return refused("bring-back.open", last.get().copy().to());
    }
    if (dataset.isEmpty() && !to.project().equals(cloud.connection().project())) {
      return refused("bring-back.no-dataset", to.datasetRef());
    }
    if (dataset.filter(d -> !d.location().equals(home)).isPresent()) {
      return refused("bring-back.elsewhere", to.datasetRef(), dataset.get().location().id());
    }
    if (cloud.catalog().table(to).isPresent()) {
      return refused("bring-back.taken", to);
    }
    AnswersCopy copy =
        new AnswersCopy(
            run.id(),
            last.map(AnswersCopy::number).orElse(0) + 1,
            new TableCopy(answers.ref(), answers.location(), to, home),
            Math.max(0, answers.bytes()),
            Stage.COPYING,
            Optional.empty(),
            clock.instant(),
            clock.instant());
    return new Prepared.Ready(copy, dataset.isEmpty());
  }

  private static Prepared refused(String code, Object... args) {
    return new Prepared.Refused(Finding.stop(code, args));
  }

  /// Because the person agreed: does it, and returns what became of it. One that is under way
  /// already is gone on with instead.
  ///
  /// @throws CloudException when nobody can tell what became of it: see [#goOn]
  /// @throws InterruptedException when nobody waits any more; the copy goes on
  public AnswersCopy start(Prepared.Ready ready) throws CloudException, InterruptedException {
    return goOn(ready.copy());
  }

  /// Goes on with what is open, as after a restart; what is over is returned as it is. One of which
  /// the journal does not know, since whoever started it was stopped before, begins.
  ///
  /// @throws CloudException when nobody can tell what became of it: it stays open
  /// @throws InterruptedException when nobody waits any more; the copy goes on
  public AnswersCopy goOn(AnswersCopy copy) throws CloudException, InterruptedException {
    try (RunClaims.Claim _ = claims.take(AnswersCopy.claim(copy.root()))) {
      Optional<AnswersCopy> known = known(copy);
      return goOnOwned(known.isPresent() ? known.get() : put(copy));
    }
  }

  /// Because the person wants it no more. One that is over is returned as it is.
  ///
  /// @throws CloudException when its end could not be waited for: it stays open
  public AnswersCopy giveUp(AnswersCopy copy) throws CloudException, InterruptedException {
    try (RunClaims.Claim _ = claims.take(AnswersCopy.claim(copy.root()))) {
      AnswersCopy now = known(copy).orElse(copy);
      return goOnOwned(now.stage() == Stage.COPYING ? at(now, Stage.GIVING_UP, "") : now);
    }
  }

  /// The copy as the journal has it, or one that somebody asked for after it.
  private Optional<AnswersCopy> known(AnswersCopy copy) {
    return last(copy.root()).filter(kept -> kept.number() >= copy.number());
  }

  private AnswersCopy goOnOwned(AnswersCopy now) throws CloudException, InterruptedException {
    return switch (now.stage()) {
      case COPYING -> bring(now);
      case GIVING_UP -> discard(now);
      case DONE, FAILED, GIVEN_UP -> now;
    };
  }

  private AnswersCopy bring(AnswersCopy now) throws CloudException, InterruptedException {
    try {
      DatasetRef dataset = now.copy().to().datasetRef();
      if (cloud.catalog().dataset(dataset).isEmpty()) {
        cloud.catalog().createDataset(dataset, now.copy().into());
      }
      cloud.copies().run(now.copy(), now.jobId(), Map.of(RunLabels.RUN, now.root().id()));
      return at(now, Stage.DONE, "");
    } catch (CloudException e) {
      // A failure on the way says nothing of the job; its end does, or that it never begins.
      return cloud.copies().settle(now.copy(), now.jobId())
          ? at(now, Stage.DONE, "")
          : at(now, Stage.FAILED, CreateSender.message(e));
    }
  }

  private AnswersCopy discard(AnswersCopy now) throws CloudException {
    // A table of that name that another job made is somebody else's.
    if (cloud.copies().settle(now.copy(), now.jobId())) {
      try {
        cloud.catalog().deleteTable(now.copy().to());
      } catch (CloudException.NotFound _) {
        // An earlier process did it.
      }
    }
    return at(now, Stage.GIVEN_UP, "");
  }

  private AnswersCopy at(AnswersCopy now, Stage stage, String problem) {
    return put(now.at(stage, problem, clock.instant()));
  }

  private AnswersCopy put(AnswersCopy copy) {
    journal.answersCopy(copy);
    return copy;
  }
}
