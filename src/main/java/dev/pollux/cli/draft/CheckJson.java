package dev.pollux.cli.draft;

import dev.pollux.cli.FindingText;
import dev.pollux.cloud.Query;
import dev.pollux.cost.Estimate;
import dev.pollux.draft.check.QuickFix;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.PaidBefore;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// The report of a check as one JSON object. What is not known is null. Letters beyond ASCII are
/// escaped, so that it is the same whatever the terminal's encoding.
record CheckJson(FindingText findings) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  String of(CheckReport report) {
    ObjectNode node = JSON.createObjectNode();
    node.put("ready", report.ready());
    node.put("simulated", report.state().context().connection().simulated());
    ArrayNode found = node.putArray("findings");
    report.lines().forEach(line -> found.add(line(line)));
    node.putNull("rows");
    report.state().rows().ifPresent(rows -> node.put("rows", rows));
    node.set("cost", report.estimate().<JsonNode>map(CheckJson::cost).orElse(NullNode.instance));
    node.set("before", report.paid().<JsonNode>map(CheckJson::before).orElse(NullNode.instance));
    node.putNull("sql");
    ObjectNode parameters = node.putObject("parameters");
    report
        .query()
        .ifPresent(query -> {
          node.put("sql", query.sql());
          new TreeMap<>(query.parameters())
              .forEach((name, value) -> parameters.put(name, text(value)));
        });
    node.set("plan", report.plan().<JsonNode>map(CheckJson::plan).orElse(NullNode.instance));
    return JSON.writeValueAsString(node);
  }

  private ObjectNode line(CheckReport.Line line) {
    ObjectNode node = JSON.createObjectNode();
    node.put("level", lower(line.finding().level()));
    node.put("code", line.finding().code());
    node.put("words", findings.say(line.finding()));
    node.put("step", lower(line.step()));
    line.fix()
        .ifPresent(fix -> {
          node.put("fix", findings.label(fix));
          if (fix instanceof QuickFix.Copy copy) {
            node.put("command", copy.text());
          }
        });
    return node;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// USD, as a batch job; null where nobody knows the price of the model.
  private static ObjectNode cost(Estimate estimate) {
    ObjectNode node = JSON.createObjectNode();
    node.putNull("low");
    node.putNull("high");
    estimate
        .cost()
        .ifPresent(cost -> node.put("low", cost.batch().low()).put("high", cost.batch().high()));
    node.put("currency", "USD");
    node.put("basis", lower(estimate.basis()));
    node.put("counted", estimate.counted());
    return node;
  }

  /// What the same cost when it was sent before, in USD.
  private static ObjectNode before(PaidBefore paid) {
    return JSON.createObjectNode()
        .put("cost", paid.usd())
        .put("currency", "USD")
        .put("sent", paid.sent().toString());
  }

  private static ObjectNode plan(RunPlan plan) {
    return JSON.createObjectNode()
        .put("source", plan.source().toString())
        .put("requests", plan.requests().table().toString())
        .put("answers", plan.destination().toString())
        .put("model", plan.model().name())
        .put("location", plan.location().id())
        .put("project", plan.project());
  }

  /// The value of a parameter, as BigQuery reads it.
  static String text(Query.Parameter value) {
    return switch (value) {
      case Query.Parameter.Scalar scalar -> scalar.value();
      case Query.Parameter.Array array -> array.values().toString();
    };
  }
}
