package dev.pollux.cli;

import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.table.TableRef;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What happens to runs, as JSON objects of one line each: `run`, `state` and what is known beside
/// them; at the end the counts of the rows, `output` and `cost`. Letters beyond ASCII are escaped,
/// so that it is the same whatever the terminal's encoding.
public final class EventJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private EventJson() {}

  /// @param waits whether the run waits for a person, who sends it or gives it up
  public static String of(Run run, boolean waits) {
    ObjectNode node = JSON.createObjectNode();
    put(node, run);
    node.put("state", lower(run.stage()));
    if (waits) {
      node.put("waits", true);
    }
    return JSON.writeValueAsString(node);
  }

  /// No run was made, since each row had its answer.
  public static String nothingNew(long input) {
    return JSON.writeValueAsString(
        JSON.createObjectNode()
            .putNull("run")
            .put("state", "nothing-new")
            .put("sent", 0)
            .put("input", input));
  }

  /// How far a run is.
  public static String of(JobLine line) {
    return JSON.writeValueAsString(node(line));
  }

  /// The same, with what became of its rows.
  public static String of(JobLine line, RunEnd end) {
    ObjectNode node = node(line);
    node.put("answered", end.rows().of(OutcomeKind.ANSWERED))
        .put("failed", end.rows().of(OutcomeKind.FAILED))
        .put("blocked", end.rows().of(OutcomeKind.BLOCKED))
        .put("missing", end.rows().of(OutcomeKind.MISSING))
        .put("input", end.rows().input())
        .put("output", end.output().map(TableRef::toString).orElse(null))
        .put("cost", end.cost().orElse(null));
    return JSON.writeValueAsString(node);
  }

  private static ObjectNode node(JobLine line) {
    ObjectNode node = JSON.createObjectNode();
    line.run().ifPresentOrElse(run -> put(node, run), () -> node.putNull("run"));
    node.put("state", state(line));
    if (line.waits()) {
      node.put("waits", true);
    }
    line.name().ifPresent(name -> node.put("job", name.toString()));
    Optional<JobCounts> counts = line.job().flatMap(job -> job.counts());
    counts.ifPresent(all -> node.put("done", all.done()));
    line.rows().ifPresent(all -> node.put("rows", all));
    line.job().flatMap(job -> job.error()).ifPresent(error -> node.put("problem", error.message()));
    return node;
  }

  private static void put(ObjectNode node, Run run) {
    node.put("run", run.plan().place().root().id());
    if (run.plan().place().attempt() > 1) {
      node.put("attempt", run.plan().place().attempt());
    }
    run.problem().filter(text -> !text.isBlank()).ifPresent(text -> node.put("problem", text));
  }

  /// The state of the job; where there is none, how far its submission got.
  public static String state(JobLine line) {
    return line.state()
        .map(EventJson::lower)
        .or(() -> line.run().map(run -> lower(run.stage())))
        .orElseThrow();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
