package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The properties of a resource that a client sent: what is kept and returned, what is refused by
/// name, and the rest, which is ignored.
public record Metadata(String kind, Set<String> kept, Set<String> unserved) {
  private static final Set<String> TEXTS = Set.of("friendlyName", "description");
  public static final Metadata DATASET =
      new Metadata(
          "datasets",
          Set.of(
              "friendlyName",
              "description",
              "labels",
              "access",
              "defaultPartitionExpirationMs",
              "defaultTableExpirationMs",
              "maxTimeTravelHours",
              "resourceTags",
              "storageBillingModel"),
          UnservedProperties.DATASET);
  public static final Metadata TABLE =
      new Metadata(
          "tables",
          Set.of(
              "friendlyName",
              "description",
              "labels",
              "clustering",
              "rangePartitioning",
              "requirePartitionFilter",
              "resourceTags",
              "timePartitioning"),
          UnservedProperties.TABLE);

  /// The properties to keep of `sent` over those of `old`. An explicit null takes one away.
  ///
  /// @throws Failure `notImplemented` for a property that would change behaviour
  public ObjectNode merge(ObjectNode old, JsonNode sent) {
    UnservedProperties.refuse(unserved, sent, kind);
    ObjectNode merged = old.deepCopy();
    for (Map.Entry<String, JsonNode> property : sent.properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      if (!kept.contains(name)) {
        continue;
      }
      if (value.isNull()) {
        merged.remove(name);
      } else if (name.equals("labels")) {
        merged.set(name, Labels.merge(old.path(name), value));
      } else if (TEXTS.contains(name)) {
        merged.set(name, SentBody.text(value, name));
      } else {
        JsonNode told = value instanceof ObjectNode object ? SentBody.withoutNulls(object) : value;
        if (told.isObject() && told.isEmpty()) {
          merged.remove(name);
        } else {
          merged.set(name, told);
        }
      }
    }
    Partitioning.check(merged);
    return merged;
  }

  public ObjectNode fresh(JsonNode sent) {
    return merge(JsonNodeFactory.instance.objectNode(), sent);
  }
}
