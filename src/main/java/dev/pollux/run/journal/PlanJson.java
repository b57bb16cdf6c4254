package dev.pollux.run.journal;

import dev.pollux.cloud.Query;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.FieldType;
import dev.pollux.draft.DraftJson;
import dev.pollux.draft.plan.Place;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
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
    node.put("requests", plan.requests().inPlace().table().toString());
    plan.requests().makes().ifPresent(query -> writeQuery(node.putObject("query"), query));
    if (plan.requests() instanceof RequestSource.Chosen chosen) {
      ObjectNode part = node.putObject("chosen");
      part.put("table", chosen.requestTable().toString());
      writeQuery(part.putObject("query"), chosen.query());
    }
    plan.requests().brought().ifPresent(copy -> writeCopy(node.putObject("copy"), copy));
    node.put("destination", plan.destination().toString());
    node.put("rows", plan.rows());
    if (!plan.place().equals(Place.alone(plan.id()))) {
      node.set("place", PlaceJson.write(plan.place()));
    }
    plan.draft().ifPresent(draft -> node.put("draft", DraftJson.write(draft)));
    plan.estimate()
        .ifPresent(usd -> node.putObject("usd").put("low", usd.low()).put("high", usd.high()));
    return node;
  }

  static void writeCopy(ObjectNode node, TableCopy copy) {
    node.put("from", copy.from().toString());
    node.put("out", copy.out().id());
    node.put("to", copy.to().toString());
    node.put("into", copy.into().id());
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
    RequestSource.InPlace inPlace =
        query.isMissingNode()
            ? new RequestSource.OwnColumn(requests)
            : new RequestSource.Made(requests, readQuery(query));
    RunId id = new RunId(node.required("id").asString());
    return new RunPlan(
        id,
        node.required("title").asString(),
        node.required("project").asString(),
        new Location(node.required("location").asString()),
        new GeminiModel(node.required("model").asString()),
        table(node.required("source")),
        requests(node, inPlace),
        table(node.required("destination")),
        node.required("rows").asLong(),
        readEstimate(node.path("usd")),
        node.path("draft").stringValueOpt().flatMap(DraftJson::read),
        node.has("place") ? PlaceJson.read(node.path("place")) : Place.alone(id));
  }

  private static RequestSource requests(JsonNode node, RequestSource.InPlace inPlace) {
    RequestSource.Whole rows =
        node.has("copy") ? new RequestSource.Copied(inPlace, readCopy(node.path("copy"))) : inPlace;
    JsonNode chosen = node.path("chosen");
    return chosen.isMissingNode()
        ? rows
        : new RequestSource.Chosen(
            rows, table(chosen.required("table")), readQuery(chosen.required("query")));
  }

  /// Plans of before there were estimates have none.
  private static Optional<UsdRange> readEstimate(JsonNode usd) {
    return usd.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new UsdRange(usd.required("low").asDouble(), usd.required("high").asDouble()));
  }

  static TableCopy readCopy(JsonNode node) {
    return new TableCopy(
        table(node.required("from")),
        new Location(node.required("out").asString()),
        table(node.required("to")),
        new Location(node.required("into").asString()));
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

  static TableRef table(JsonNode node) {
    String text = node.asString();
    return TableRef.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a table: " + text));
  }
}
