package dev.pollux.sandbox.store.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What kind of table it is and what reading it asks, as its metadata keep it: in the wire's own
/// members where the wire has some, else in members of ours, which nobody outside sees.
public record TableMeta(ObjectNode json) {
  private static final String TYPE = "type";
  private static final String POLICIES = "sandbox.rowAccessPolicies";
  private static final String TAGS = "sandbox.policyTags";
  private static final List<String> OURS = List.of(POLICIES, TAGS);

  /// Members that only the store writes: a client that replaces all others keeps these.
  private static final List<String> FIXED =
      List.of(
          TYPE,
          "view",
          "materializedView",
          "snapshotDefinition",
          "externalDataConfiguration",
          "streamingBuffer",
          POLICIES,
          TAGS);

  /// Of a plain table.
  public static TableMeta plain() {
    return new TableMeta(JsonNodeFactory.instance.objectNode());
  }

  /// `TABLE`, `VIEW`, `MATERIALIZED_VIEW`, `SNAPSHOT` or `EXTERNAL`.
  public String type() {
    return json.path(TYPE).asString("TABLE");
  }

  public TableMeta withType(String type) {
    json.put(TYPE, type);
    return this;
  }

  /// The statement of a view, which is run anew each time.
  public Optional<String> view() {
    return type().equals("VIEW")
        ? Optional.of(json.path("view").path("query").asString(""))
        : Optional.empty();
  }

  /// Whether its rows are in files elsewhere.
  public boolean isExternal() {
    return type().equals("EXTERNAL");
  }

  /// Whether its rows are in a file of Drive.
  public boolean inDrive() {
    return json.path("externalDataConfiguration")
        .path("sourceFormat")
        .asString("")
        .equals("GOOGLE_SHEETS");
  }

  /// The column that every query must narrow, where one is required.
  public Optional<String> mustFilter() {
    boolean required = json.path("requirePartitionFilter").asBoolean(false);
    String field = json.path("timePartitioning").path("field").asString("");
    return required && !field.isEmpty() ? Optional.of(field) : Optional.empty();
  }

  /// Rows that were streamed a moment ago, which the table does not count yet.
  public long streamed() {
    return json.path("streamingBuffer").path("estimatedRows").asLong(0);
  }

  /// A row access policy.
  ///
  /// @param filter GoogleSQL over the table's columns
  /// @param granted whether it is granted to the caller
  public record RowPolicy(String id, String filter, boolean granted) {}

  public List<RowPolicy> rowPolicies() {
    List<RowPolicy> policies = new ArrayList<>();
    for (JsonNode one : json.path(POLICIES)) {
      policies.add(
          new RowPolicy(
              one.path("id").asString(""),
              one.path("filter").asString(""),
              one.path("granted").asBoolean(false)));
    }
    return policies;
  }

  public TableMeta withRowPolicy(RowPolicy policy) {
    json.withArray(POLICIES)
        .addObject()
        .put("id", policy.id())
        .put("filter", policy.filter())
        .put("granted", policy.granted());
    return this;
  }

  /// A column that the caller may not read.
  ///
  /// @param tag taxonomy and tag as the service names them, `people : secret`
  /// @param resource the tag's resource name
  public TableMeta withPolicyTag(String column, String tag, String resource) {
    json.withObjectProperty(TAGS).putObject(column).put("tag", tag).put("resource", resource);
    return this;
  }

  /// The tags of columns, by the column.
  public Map<String, String> policyTags() {
    Map<String, String> tags = new LinkedHashMap<>();
    json.path(TAGS)
        .properties()
        .forEach(e -> tags.put(e.getKey(), e.getValue().path("tag").asString("")));
    return tags;
  }

  /// The same as the wire has it: the tags in the schema, nothing of ours.
  ///
  /// @param schema `{"fields": [...]}`, which gets the tags
  public ObjectNode wire(ObjectNode schema) {
    for (JsonNode field : schema.path("fields")) {
      JsonNode tag = json.path(TAGS).path(field.path("name").asString(""));
      if (!tag.isMissingNode() && field instanceof ObjectNode object) {
        object.putObject("policyTags").putArray("names").add(tag.path("resource").asString(""));
      }
    }
    ObjectNode wire = json.deepCopy();
    wire.remove(TYPE);
    OURS.forEach(wire::remove);
    return wire;
  }

  /// What a client may not take away, put into the metadata that it sent.
  public ObjectNode kept(ObjectNode sent) {
    for (String member : FIXED) {
      if (json.has(member)) {
        sent.set(member, json.path(member));
      }
    }
    return sent;
  }
}
