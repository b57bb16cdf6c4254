package dev.pollux.cli.draft;

import dev.pollux.cli.FindingText;
import dev.pollux.cloud.CloudException;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialCall;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.results.outcome.RowOutcome;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The answers of a trial as JSON objects of one line each, and what they came to.
final class TrialJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private TrialJson() {}

  /// Asks a row; a call that fails is an outcome too.
  static TrialRow.State asked(TrialCall call, Trial.Subject subject, TrialRow row) {
    try {
      return call.ask(subject, row);
    } catch (CloudException e) {
      return new TrialRow.State.Failed(e);
    }
  }

  static String of(Trial trial, TrialRow row, FindingText findings) {
    ObjectNode node = JSON.createObjectNode();
    node.put("row", row.number());
    switch (row.state()) {
      case TrialRow.State.Done(RowOutcome outcome, var took) -> {
        node.put("outcome", outcome.kind().name().toLowerCase(Locale.ROOT));
        put(node, outcome);
        node.put("seconds", took.toMillis() / 1e3);
      }
      case TrialRow.State.Failed(Exception problem) ->
          node.put("outcome", "failed").put("why", findings.why(problem));
      case TrialRow.State.Waiting _, TrialRow.State.Asking _, TrialRow.State.Stopped _ ->
          node.put("outcome", "missing");
    }
    ArrayNode marks = node.putArray("marks");
    trial.marks(row).forEach(mark -> marks.add(findings.say(mark.finding())));
    return JSON.writeValueAsString(node);
  }

  private static void put(ObjectNode node, RowOutcome outcome) {
    switch (outcome) {
      case RowOutcome.Answered answer -> node.put("answer", answer.text());
      case RowOutcome.Failed failed -> node.put("why", failed.message());
      case RowOutcome.Blocked blocked -> node.put("why", blocked.reason());
      case RowOutcome.Missing _ -> node.putNull("why");
    }
  }

  /// @param cost in USD, at online price; empty where nobody knows it
  static String sums(Trial trial, Optional<Double> cost) {
    long answered = count(trial, RowOutcome.Answered.class);
    long blocked = count(trial, RowOutcome.Blocked.class);
    long missing = count(trial, RowOutcome.Missing.class);
    return JSON.writeValueAsString(
        JSON.createObjectNode()
            .put("answered", answered)
            .put("failed", trial.rows().size() - answered - blocked - missing)
            .put("blocked", blocked)
            .put("missing", missing)
            .put("input", trial.rows().size())
            .put("cost", cost.orElse(null)));
  }

  private static long count(Trial trial, Class<? extends RowOutcome> kind) {
    return trial.rows().stream()
        .filter(row ->
            row.state() instanceof TrialRow.State.Done done && kind.isInstance(done.outcome()))
        .count();
  }

  /// Whether every row has an answer.
  static boolean isWhole(Trial trial) {
    return count(trial, RowOutcome.Answered.class) == trial.rows().size();
  }
}
