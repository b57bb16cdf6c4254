package dev.pollux.cli.draft;

import dev.pollux.cli.CommandSession;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.draft.Draft;
import dev.pollux.draft.lookup.DraftResearch;
import dev.pollux.draft.lookup.EarlierOutputs;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.JobContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Looks up about a job of the command line all that the wizard would, with the same checks.
public record JobResearch(CommandSession session, Cloud cloud, Lookups lookups) {
  /// @param earlier what was paid before
  public static JobResearch of(CommandSession session, Cloud cloud, EarlierOutputs earlier) {
    return new JobResearch(session, cloud, Lookups.of(cloud, earlier));
  }

  /// @throws CloudException when the cloud could not be asked: what it would have said is not known
  public CheckReport look(JobOptions job, Draft draft) throws CloudException, InterruptedException {
    LocalDate today = LocalDate.ofInstant(session.means().clock().instant(), ZoneOffset.UTC);
    JobContext context = session.settings().context(session.choice().connection(), cloud, today);
    DraftState state =
        new DraftState(draft, Facts.NONE, context.withBudget(job.budget(context.budget())));
    CheckReport report = CheckReport.of(new DraftResearch(lookups).complete(state), lookups);
    Optional<CloudException> unreached = report.unreached();
    if (unreached.isPresent()) {
      throw unreached.get();
    }
    return report;
  }
}
