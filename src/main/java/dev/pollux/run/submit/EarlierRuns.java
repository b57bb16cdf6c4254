package dev.pollux.run.submit;

import dev.pollux.domain.job.JobName;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.lookup.EarlierOutputs;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.PaidBefore;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the jobs in a journal wrote and cost, newest first.
record EarlierRuns(Journal journal) implements EarlierOutputs {
  @Override
  public List<TableRef> of(String model) {
    return sent()
        .map(Run::plan)
        .filter(plan -> plan.model().name().equals(model))
        .map(RunPlan::destination)
        .distinct()
        .toList();
  }

  @Override
  public Optional<PaidBefore> paid(RunPlan plan) {
    Map<JobName, Double> bills = journal.bills();
    String same = plan.fingerprint();
    return sent()
        .filter(run -> run.plan().model().equals(plan.model()))
        .filter(run -> run.plan().fingerprint().equals(same))
        .flatMap(run ->
            run.job().map(bills::get).map(usd -> new PaidBefore(usd, run.created())).stream())
        .findFirst();
  }

  private Stream<Run> sent() {
    return journal.runs().stream().filter(run -> run.stage() == RunStage.SUBMITTED);
  }
}
