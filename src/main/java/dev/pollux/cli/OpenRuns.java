package dev.pollux.cli;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.RunId;
import dev.pollux.ledger.RunAnswers;
import dev.pollux.run.Bills;
import dev.pollux.run.JobAccounts;
import dev.pollux.run.RunServices;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// The runs of a data directory, with the cloud that they are in: what commands about runs work on.
///
/// @param cloud open
/// @param journal open
public record OpenRuns(
    Cloud cloud,
    Journal journal,
    RunServices services,
    CommandSession session,
    InstantSource clock) {
  static OpenRuns of(Cloud cloud, Journal journal, CommandSession session) {
    CommandMeans means = session.means();
    RunServices services =
        RunServices.of(cloud, journal, new RunClaims(), means.clock(), means.nanos());
    return new OpenRuns(cloud, journal, services, session, means.clock());
  }

  /// The run of that id, or the only one whose id begins so; the id of any of its jobs does.
  ///
  /// @throws CommandFailure when there is none, or more than one, or it belongs to another project
  public Run named(String id) throws CommandFailure {
    if (id.isBlank()) {
      throw new CommandFailure(session.words().get("cli.run.blank"));
    }
    List<RunId> all =
        journal.runs().stream()
            .map(Run::plan)
            .filter(plan -> plan.id().id().startsWith(id))
            .map(plan -> plan.place().root())
            .distinct()
            .toList();
    if (all.size() != 1) {
      throw new CommandFailure(
          session.words().get(all.isEmpty() ? "cli.run.none" : "cli.run.several", id));
    }
    Run run = journal.ledger(all.getFirst()).orElseThrow().root();
    String project = cloud.connection().project();
    if (!run.plan().project().equals(project)) {
      throw new CommandFailure(
          session.words().get("cli.run.elsewhere", id, run.plan().project(), project));
    }
    return run;
  }

  /// Follows runs to their end.
  ///
  /// @param events hears each event, one line of JSON
  public RunFollowing following(Consumer<String> events) {
    JobAccounts accounts =
        new JobAccounts(
            cloud.rows(), services.input(), new Bills(session.settings().prices(), journal));
    RunEnds ends = new RunEnds(cloud, journal, accounts, new RunAnswers(cloud, journal, clock));
    return new RunFollowing(cloud, services, journal, ends, session, events);
  }

  /// Follows one run to its end.
  ///
  /// @param root see [dev.pollux.run.state.LedgerRun#id()]
  /// @return the exit code
  public int follow(RunId root, Consumer<String> events)
      throws CloudException, InterruptedException {
    RunFollowing following = following(events);
    following.expect(root);
    return following.follow(line ->
        !line.isSecond()
            && line.run().filter(run -> run.plan().place().root().equals(root)).isPresent());
  }
}
