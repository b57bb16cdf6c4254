package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Sorts the properties of a resource that a client sent: what is kept, what the service itself
/// writes and ignores on input, and the rest, which would change behaviour and is refused.
record Metadata(String kind, Set<String> kept, Set<String> written) {
  static final Metadata DATASET =
      new Metadata(
          "datasets",
          Set.of(
              "friendlyName",
              "description",
              "labels",
              "access",
              "defaultTableExpirationMs",
              "maxTimeTravelHours",
              "storageBillingModel"),
          Set.of(
              "kind",
              "etag",
              "id",
              "selfLink",
              "datasetReference",
              "creationTime",
              "lastModifiedTime",
              "location",
              "type",
              "satisfiesPzs",
              "satisfiesPzi"));
  static final Metadata TABLE =
      new Metadata(
          "tables",
          Set.of("friendlyName", "description", "labels", "clustering", "timePartitioning"),
          Set.of(
              "kind",
              "etag",
              "id",
              "selfLink",
              "tableReference",
              "schema",
              "expirationTime",
              "creationTime",
              "lastModifiedTime",
              "location",
              "type",
              "numBytes",
              "numRows",
              "numLongTermBytes",
              "numPhysicalBytes",
              "numTotalLogicalBytes",
              "numActiveLogicalBytes",
              "numLongTermLogicalBytes",
              "streamingBuffer"));

  /// The properties to keep of `sent` over those of `old`. An explicit null takes one away.
  ///
  /// @throws Failure `notImplemented` for a property that would change behaviour
  ObjectNode merge(ObjectNode old, JsonNode sent) {
    ObjectNode merged = old.deepCopy();
    for (Map.Entry<String, JsonNode> property : sent.properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      if (kept.contains(name)) {
        if (value.isNull()) {
          merged.remove(name);
        } else if (name.equals("labels")) {
          merged.set(name, labels(old.path(name), value));
        } else {
          merged.set(name, value);
        }
      } else if (!written.contains(name) && !isNothing(value)) {
        throw new Failure(
            Reason.NOT_IMPLEMENTED, "The sandbox does not serve " + kind + " with " + name);
      }
    }
    JsonNode partitioning = merged.path("timePartitioning");
    if (partitioning.has("expirationMs")
        || partitioning.path("requirePartitionFilter").asBoolean(false)
        || (partitioning.isObject() && !partitioning.has("field"))) {
      throw new Failure(
          Reason.NOT_IMPLEMENTED,
          "The sandbox serves time partitioning by a column only, without expiry or required filter");
    }
    return merged;
  }

  ObjectNode fresh(JsonNode sent) {
    return merge(JsonNodeFactory.instance.objectNode(), sent);
  }

  private static ObjectNode labels(JsonNode old, JsonNode sent) {
    ObjectNode labels = JsonNodeFactory.instance.objectNode();
    if (old instanceof ObjectNode before) {
      labels.setAll(before);
    }
    for (Map.Entry<String, JsonNode> label : sent.properties()) {
      if (label.getValue().isNull()) {
        labels.remove(label.getKey());
      } else {
        labels.set(label.getKey(), label.getValue());
      }
    }
    return labels;
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull()
        || (value.isContainer() && value.isEmpty())
        || (value.isBoolean() && !value.asBoolean(false))
        || (value.isString() && value.asString("").isEmpty());
  }
}
