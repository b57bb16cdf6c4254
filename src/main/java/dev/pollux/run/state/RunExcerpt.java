package dev.pollux.run.state;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobError;
import dev.pollux.draft.plan.RunPlan;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the journal and the service say of a run, as JSON for others to read: its stages with their
/// times, where it ran, how many rows, what it cost, and the words of the last error. Neither the
/// title nor the prompt nor a condition on the rows, unless asked for, and never a row.
public final class RunExcerpt {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private final Journal journal;

  public RunExcerpt(Journal journal) {
    this.journal = journal;
  }

  /// What the journal has of all jobs of a run.
  ///
  /// @param prompt whether the person wants the prompt and the instruction in it
  public String of(LedgerRun run, boolean prompt) {
    ObjectNode all = JSON.createObjectNode();
    all.put("run", run.id().id());
    Map<String, Double> bills = new java.util.HashMap<>();
    journal.bills().forEach((job, usd) -> bills.put(job.toString(), usd));
    ArrayNode jobs = all.putArray("jobs");
    run.jobs().forEach(job -> jobs.add(of(job, bills, prompt)));
    RunAccount account = journal.accounts().get(run.id());
    if (account != null) {
      ObjectNode rows = all.putObject("account");
      rows.put("at", account.at().toString());
      account.rows().rows().forEach((fate, count) -> rows.put(fate.name(), count));
    }
    return JSON.writeValueAsString(all);
  }

  private static ObjectNode of(Run run, Map<String, Double> bills, boolean prompt) {
    RunPlan plan = run.plan();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", plan.id().id());
    node.put("attempt", plan.place().attempt());
    node.put("part", plan.place().part() + " of " + plan.place().parts());
    node.put("stage", run.stage().name());
    node.put("created", run.created().toString());
    ArrayNode steps = node.putArray("steps");
    for (RunStep step : run.steps()) {
      ObjectNode one = steps.addObject();
      one.put("stage", step.stage().name());
      one.put("at", step.at().toString());
      step.problem().ifPresent(words -> one.put("problem", words));
    }
    node.put("changed", run.changed().toString());
    run.problem().ifPresent(words -> node.put("problem", words));
    run.job().ifPresent(name -> node.put("job", name.toString()));
    node.put("project", plan.project());
    node.put("location", plan.location().id());
    node.put("model", plan.model().name());
    node.put("source", plan.source().toString());
    node.put("requests", plan.requests().getClass().getSimpleName());
    node.put("destination", plan.destination().toString());
    node.put("rows", plan.rows());
    node.put("fingerprint", plan.fingerprint());
    plan.estimate().ifPresent(usd -> node.put("estimate", usd.low() + " to " + usd.high()));
    run.job()
        .map(name -> bills.get(name.toString()))
        .ifPresent(usd -> node.put("billed", usd.doubleValue()));
    if (prompt) {
      plan.draft()
          .ifPresent(draft -> {
            node.put("prompt", draft.spec().template().text());
            node.put("instruction", draft.spec().system());
          });
    }
    return node;
  }

  /// What the service said last of jobs.
  public static String of(List<BatchJob> jobs) {
    ArrayNode all = JSON.createArrayNode();
    for (BatchJob job : jobs) {
      ObjectNode node = all.addObject();
      node.put("name", job.name().toString());
      node.put("model", job.model());
      node.put("state", job.rawState());
      node.put("created", job.created().toString());
      job.started().ifPresent(at -> node.put("started", at.toString()));
      job.ended().ifPresent(at -> node.put("ended", at.toString()));
      node.put("updated", job.updated().toString());
      job.counts()
          .ifPresent(counts -> {
            node.put("succeeded", counts.succeeded());
            node.put("failed", counts.failed());
            node.put("incomplete", counts.incomplete());
          });
      job.error().map(JobError::message).ifPresent(words -> node.put("error", words));
    }
    return JSON.writeValueAsString(all);
  }
}
