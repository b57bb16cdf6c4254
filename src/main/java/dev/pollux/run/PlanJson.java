package dev.pollux.run;

import dev.pollux.cloud.Query;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.RunId;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.UsdRange;
import dev.pollux.draft.RequestSource;
import dev.pollux.draft.RunPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A plan as JSON in the journal. Written by hand, so that renaming a record's member does not make
/// yesterday's journal unreadable.
final class PlanJson {
  private static final JsonMapper JSON = new JsonMapper();

  private PlanJson() {}

  static ObjectNode write(RunPlan plan) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", plan.id().id());
    node.put("title", plan.title());
    node.put("project", plan.project());
    node.put("location", plan.location().id());
    node.put("model", plan.model().name());
    node.put("source", plan.source().toString());
    node.put("requests", plan.requests().table().toString());
    if (plan.requests() instanceof RequestSource.Made made) {
      writeQuery(node.putObject("query"), made.query());
    }
    node.put("destination", plan.destination().toString());
    node.put("rows", plan.rows());
    plan.estimate()
        .ifPresent(usd -> node.putObject("usd").put("low", usd.low()).put("high", usd.high()));
    return node;
  }

  private static void writeQuery(ObjectNode node, Query query) {
    node.put("sql", query.sql());
    node.put("location", query.location().id());
    query.destination().ifPresent(table -> node.put("destination", table.toString()));
    ObjectNode parameters = node.putObject("parameters");
    query
        .parameters()
        .forEach((name, parameter) -> {
          ObjectNode one = parameters.putObject(name);
          one.put("type", parameter.type().name());
          switch (parameter) {
            case Query.Parameter.Scalar scalar -> one.put("value", scalar.value());
            case Query.Parameter.Array array -> {
              ArrayNode values = one.putArray("values");
              array.values().forEach(values::add);
            }
          }
        });
  }

  /// @throws RuntimeException when it is no plan: a member is missing, or is not what it should be
  static RunPlan read(JsonNode node) {
    TableRef requests = table(node.required("requests"));
    JsonNode query = node.path("query");
    return new RunPlan(
        new RunId(node.required("id").asString()),
        node.required("title").asString(),
        node.required("project").asString(),
        new Location(node.required("location").asString()),
        new GeminiModel(node.required("model").asString()),
        table(node.required("source")),
        query.isMissingNode()
            ? new RequestSource.OwnColumn(requests)
            : new RequestSource.Made(requests, readQuery(query)),
        table(node.required("destination")),
        node.required("rows").asLong(),
        readEstimate(node.path("usd")));
  }

  /// Plans of before there were estimates have none.
  private static Optional<UsdRange> readEstimate(JsonNode usd) {
    return usd.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new UsdRange(usd.required("low").asDouble(), usd.required("high").asDouble()));
  }

  private static Query readQuery(JsonNode node) {
    Map<String, Query.Parameter> parameters = new LinkedHashMap<>();
    node.required("parameters")
        .properties()
        .forEach(entry -> parameters.put(entry.getKey(), readParameter(entry.getValue())));
    JsonNode destination = node.path("destination");
    return new Query(
        node.required("sql").asString(),
        parameters,
        new Location(node.required("location").asString()),
        destination.isMissingNode() ? Optional.empty() : Optional.of(table(destination)));
  }

  private static Query.Parameter readParameter(JsonNode node) {
    FieldType type = FieldType.valueOf(node.required("type").asString());
    if (!node.has("values")) {
      return new Query.Parameter.Scalar(type, node.required("value").asString());
    }
    List<String> values = new ArrayList<>();
    node.required("values").forEach(value -> values.add(value.asString()));
    return new Query.Parameter.Array(type, values);
  }

  private static TableRef table(JsonNode node) {
    String text = node.asString();
    return TableRef.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a table: " + text));
  }
}
