package dev.pollux.sandbox.store.schema;

import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes BigQuery's schema JSON (`{"fields": [...]}`).
public final class TableSchemaJson {
  /// What would change values, or who sees them.
  private static final Set<String> UNSERVED =
      Set.of(
          "collation",
          "dataPolicies",
          "defaultValueExpression",
          "foreignTypeDefinition",
          "generatedColumn",
          "maxLength",
          "policyTags",
          "precision",
          "roundingMode",
          "scale",
          "timestampPrecision");

  private TableSchemaJson() {}

  /// @throws StoreFailure if the schema is not one the service would take, or has properties that
  ///   change behaviour and that the sandbox does not serve
  public static List<ColumnDef> read(JsonNode schema) {
    return fields(schema.path("fields"), "");
  }

  private static List<ColumnDef> fields(JsonNode fields, String parent) {
    List<ColumnDef> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode field : fields) {
      ColumnDef column = column(field, parent);
      if (!seen.add(column.key())) {
        throw new StoreFailure(
            Kind.INVALID, "Duplicate field name: " + parent + column.name() + " in the schema");
      }
      columns.add(column);
    }
    return columns;
  }

  private static ColumnDef column(JsonNode field, String parent) {
    String name = field.path("name").asString("");
    for (Map.Entry<String, JsonNode> property : field.properties()) {
      if (UNSERVED.contains(property.getKey()) && !isEmpty(property.getValue())) {
        throw new StoreFailure(
            Kind.NOT_IMPLEMENTED,
            "The sandbox does not serve the schema property "
                + property.getKey()
                + " (field "
                + parent
                + name
                + ")");
      }
    }
    ColumnType type = ColumnType.parse(field.path("type").asString(""));
    List<ColumnDef> inner = fields(field.path("fields"), parent + name + ".");
    if ((type == ColumnType.RECORD) == inner.isEmpty()) {
      throw new StoreFailure(
          Kind.INVALID,
          type == ColumnType.RECORD
              ? "Field " + parent + name + " is type RECORD but has no schema"
              : "Field " + parent + name + " has fields but is not a RECORD");
    }
    return new ColumnDef(
        name, type, mode(field), field.path("description").asString(""), inner, element(field));
  }

  private static Optional<ColumnType> element(JsonNode field) {
    String element = field.path("rangeElementType").path("type").asString("");
    return element.isEmpty() ? Optional.empty() : Optional.of(ColumnType.parse(element));
  }

  private static ColumnDef.ColumnMode mode(JsonNode field) {
    String mode = field.path("mode").asString("").toUpperCase(Locale.ROOT);
    try {
      return mode.isEmpty() ? ColumnDef.ColumnMode.UNSTATED : ColumnDef.ColumnMode.valueOf(mode);
    } catch (IllegalArgumentException e) {
      throw new StoreFailure(Kind.INVALID, "Invalid value for mode: " + mode, e);
    }
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || (value.isContainer() && value.isEmpty())
        || (value.isString() && value.asString("").isEmpty());
  }

  /// The schema as the service's answers have it.
  public static ObjectNode write(List<ColumnDef> columns) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ArrayNode fields = schema.putArray("fields");
    columns.forEach(column -> fields.add(write(column)));
    return schema;
  }

  private static ObjectNode write(ColumnDef column) {
    ObjectNode field = JsonNodeFactory.instance.objectNode();
    field.put("name", column.name());
    field.put("type", column.type().wire());
    if (column.mode() != ColumnDef.ColumnMode.UNSTATED) {
      field.put("mode", column.mode().name());
    }
    if (!column.description().isEmpty()) {
      field.put("description", column.description());
    }
    if (column.type() == ColumnType.RECORD) {
      field.set("fields", write(column.fields()).path("fields"));
    }
    column
        .element()
        .ifPresent(type -> field.putObject("rangeElementType").put("type", type.wire()));
    return field;
  }
}
