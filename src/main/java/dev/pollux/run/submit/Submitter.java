package dev.pollux.run.submit;

import dev.pollux.cloud.BatchJobs;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.RunId;
import dev.pollux.draft.lookup.EarlierOutputs;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Submits a plan once, and only once. Each step is durable before it is taken, so that a process
/// that is killed anywhere leaves a journal from which [Reconciler] can tell what happened.
///
/// Whoever calls it has the run to themselves until it returns; a run that somebody else has in
/// hand is waited for.
public final class Submitter {
  /// Within it the same plan again is worth a question.
  private static final Duration SIMILAR = Duration.ofHours(24);

  private static final Logger LOG = LoggerFactory.getLogger(Submitter.class);
  private final RequestTables tables;
  private final CreateSender sender;
  private final Journal journal;
  private final Reconciler reconciler;
  private final InstantSource clock;

  public Submitter(
      RequestTables tables,
      BatchJobs jobs,
      Journal journal,
      Reconciler reconciler,
      InstantSource clock) {
    this(tables, jobs, journal, reconciler, clock, Thread::sleep);
  }

  public Submitter(
      RequestTables tables,
      BatchJobs jobs,
      Journal journal,
      Reconciler reconciler,
      InstantSource clock,
      CreateSender.Pause pause) {
    this.tables = tables;
    this.sender = new CreateSender(jobs, journal, reconciler, clock, pause);
    this.journal = journal;
    this.reconciler = reconciler;
    this.clock = clock;
  }

  /// What the answers of a run cost in USD, where they were counted.
  public Optional<Double> bill(Run run) {
    return run.job().map(journal.bills()::get);
  }

  /// A run of the last 24 hours that asked the same: ask before the same is paid again. Not one
  /// that is REFUSED, since nothing is left of it; one that was GIVEN_UP may still turn up. Not one
  /// either that ended and whose answers the plan takes: what it asks was not answered there.
  public Optional<Run> similar(RunPlan plan) {
    Instant since = clock.instant().minus(SIMILAR);
    String fingerprint = plan.fingerprint();
    Optional<Run> newest = journal.newest(fingerprint, since);
    return newest.filter(run -> !isPaidAgain(run, plan)).isEmpty()
        ? newest
        : journal.runs().stream()
            .filter(run -> isPaidAgain(run, plan))
            .filter(run -> !run.created().isBefore(since))
            .filter(run -> run.plan().fingerprint().equals(fingerprint))
            .findFirst();
  }

  private boolean isPaidAgain(Run run, RunPlan plan) {
    boolean taken =
        plan.place().earlier().contains(run.plan().destination())
            && journal.accounts().containsKey(run.plan().place().root());
    return run.stage() != RunStage.REFUSED && !taken;
  }

  /// What the jobs in the journal wrote and cost, newest first.
  public EarlierOutputs earlier() {
    return new EarlierRuns(journal);
  }

  /// Takes a plan through all its steps; `listener` hears of each, on the calling thread, and of
  /// the same step again with its problem where it takes longer because of that. A plan of several
  /// parts is several jobs, sent one after the other: what is returned is the first that is not
  /// SUBMITTED, else the first. One that is refused after another was sent is returned as REFUSED:
  /// its rows are missing among the answers, and can be retried.
  ///
  /// Returns the run as it is at the end: SUBMITTED, or UNKNOWN when nobody knows whether the
  /// create arrived. A plan whose id is in the journal already is not sent again: its run is
  /// returned as it is.
  ///
  /// @throws CloudException when it was refused or could not be prepared: no job exists. The run is
  ///   REFUSED, or was never written where the plan itself can only be refused
  /// @throws InterruptedException when it was stopped before the create went out: as above
  public Run submit(RunPlan plan, Consumer<Run> listener)
      throws CloudException, InterruptedException {
    List<Run> sent = new ArrayList<>();
    for (RunPlan job : plan.jobs()) {
      sent.add(sent.isEmpty() ? submitOne(job, listener) : submitNext(job, listener));
      if (!isSent(sent.getLast())) {
        return sent.getLast();
      }
    }
    return sent.stream()
        .filter(run -> run.stage() != RunStage.SUBMITTED)
        .findFirst()
        .orElse(sent.getFirst());
  }

  private static boolean isSent(Run run) {
    return run.stage() == RunStage.SUBMITTED || run.stage() == RunStage.UNKNOWN;
  }

  /// Something was sent before, so that a refusal is not all there is to say.
  private Run submitNext(RunPlan plan, Consumer<Run> listener)
      throws CloudException, InterruptedException {
    try {
      return submitOne(plan, listener);
    } catch (CloudException e) {
      Optional<Run> refused = journal.find(plan.id());
      if (refused.isEmpty()) {
        throw e;
      }
      LOG.warn("a part was refused after others were sent: {}", plan.id(), e);
      return refused.get();
    }
  }

  private Run submitOne(RunPlan plan, Consumer<Run> listener)
      throws CloudException, InterruptedException {
    BatchRequest request = request(plan);
    try (RunClaims.Claim _ = reconciler.claims().take(plan.id())) {
      Optional<Run> before = journal.find(plan.id());
      if (before.isPresent()) {
        return before.get();
      }
      Run intent = Run.decided(plan, clock.instant());
      journal.begin(intent);
      listener.accept(intent);
      return proceed(intent, request, listener);
    }
  }

  /// Because a person said so: sends a run that waits for them, one stopped before its create went
  /// out or one that is ABSENT. Looks for its job before, and adopts it if it is there. A run that
  /// waits for nobody, since it was settled meanwhile, is returned as it is.
  ///
  /// @throws CloudException when it could not be looked for: nothing was sent or changed; else as
  ///   [#submit]
  /// @throws IllegalStateException when there is no such run
  public Run resubmit(RunId id, Consumer<Run> listener)
      throws CloudException, InterruptedException {
    try (RunClaims.Claim _ = reconciler.claims().take(id)) {
      Run run = known(id);
      if (!run.stage().awaitsPerson()) {
        return run;
      }
      BatchRequest request = request(run.plan());
      Run looked = reconciler.look(run);
      if (!looked.stage().awaitsPerson()) {
        listener.accept(looked);
        return looked;
      }
      return looked.stage() == RunStage.ABSENT
          ? create(looked, request, listener)
          : proceed(looked, request, listener);
    }
  }

  /// Because a person said so: a run that waits for them is over. A run that waits for nobody,
  /// since it was settled meanwhile, is returned as it is.
  ///
  /// @throws IllegalStateException when there is no such run
  public Run giveUp(RunId id) throws InterruptedException {
    try (RunClaims.Claim _ = reconciler.claims().take(id)) {
      Run run = known(id);
      if (!run.stage().awaitsPerson()) {
        return run;
      }
      RunStage end = run.stage() == RunStage.ABSENT ? RunStage.GIVEN_UP : RunStage.REFUSED;
      return end(run, end, run.problem().orElse(""), _ -> {});
    }
  }

  private Run known(RunId id) {
    return journal.find(id).orElseThrow(() -> new IllegalStateException("no run " + id));
  }

  /// All that can be refused here is refused before anything is written.
  private static BatchRequest request(RunPlan plan) throws CloudException {
    try {
      return plan.request();
    } catch (IllegalArgumentException e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      throw new CloudException.Invalid(why, "", e, CloudException.Delivery.NOT_SENT);
    }
  }

  private Run proceed(Run run, BatchRequest request, Consumer<Run> listener)
      throws CloudException, InterruptedException {
    Run ready = run;
    for (RunStage step : RequestTables.steps(run.plan().requests())) {
      if (ready.stage().compareTo(step) > 0) {
        continue;
      }
      if (ready.stage() != step) {
        ready = journal.move(ready, ready.at(step, clock.instant()));
        listener.accept(ready);
      }
      if (ready.stage() != step) {
        return ready;
      }
      try {
        Run taken = ready;
        tables.take(
            step,
            ready.plan(),
            e -> listener.accept(taken.at(step, CreateSender.message(e), clock.instant())));
      } catch (CloudException e) {
        refuse(ready, CreateSender.message(e), listener);
        throw e;
      } catch (InterruptedException e) {
        refuse(ready, "", listener);
        throw e;
      }
    }
    if (Thread.interrupted()) {
      refuse(ready, "", listener);
      throw new InterruptedException("stopped before the create went out");
    }
    return create(ready, request, listener);
  }

  private Run create(Run ready, BatchRequest request, Consumer<Run> listener)
      throws CloudException, InterruptedException {
    try {
      tables.agreed(ready.plan());
    } catch (CloudException e) {
      refuse(ready, CreateSender.message(e), listener);
      throw e;
    }
    return sender.send(ready, request, listener, this::refuse);
  }

  /// The reason is on its way to the person; a journal that cannot be written must not hide it.
  private void refuse(Run run, String why, Consumer<Run> listener) {
    try {
      end(run, RunStage.REFUSED, why, listener);
    } catch (UncheckedIOException e) {
      LOG.error("run {} was refused, and the journal does not know", run.plan().id(), e);
    }
  }

  /// Leaves nothing behind; what could not be deleted is told with the reason of the end. A copy
  /// cannot be stopped, so what it makes is gone before the run is over: a process that is killed
  /// meanwhile leaves a run that is asked about.
  private Run end(Run run, RunStage stage, String why, Consumer<Run> listener) {
    return run.plan().requests().brought().isPresent() && run.stage() == RunStage.COPYING
        ? over(run, stage, why, tables.discard(run), listener)
        : overFirst(run, stage, why, listener);
  }

  private Run overFirst(Run run, RunStage stage, String why, Consumer<Run> listener) {
    Run over = over(run, stage, why, Optional.empty(), listener);
    if (over.stage() != stage) {
      return over;
    }
    Optional<CloudException> left = tables.discard(run);
    return left.isEmpty() ? over : over(over, stage, why, left, listener);
  }

  private Run over(
      Run run, RunStage stage, String why, Optional<CloudException> left, Consumer<Run> listener) {
    String both = left.map(e -> (why + "\n" + CreateSender.message(e)).strip()).orElse(why);
    Run over = journal.move(run, run.at(stage, both, clock.instant()));
    listener.accept(over);
    return over;
  }
}
