package dev.pollux.sandbox.store.load;

import dev.pollux.sandbox.sql.GoogleSql;
import dev.pollux.sandbox.store.schema.ColumnDef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Fits rows in JSON to a schema: every scalar becomes a text that DuckDB casts exactly, NULL is
/// left out, a NULL array is an empty one.
///
/// @param ignoreUnknown whether fields that the schema has not are passed over
record RowShape(List<ColumnDef> columns, boolean ignoreUnknown) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// @return the row as a line of JSON that can be written in UTF-8
  /// @throws BadRow if a value does not fit
  String fit(JsonNode row) throws BadRow {
    return record(columns, row, "").toString();
  }

  private ObjectNode record(List<ColumnDef> fields, JsonNode row, String path) throws BadRow {
    if (!row.isObject()) {
      throw new BadRow(path.replaceFirst("\\.$", ""), "This field: " + path + " is not a record.");
    }
    Map<String, JsonNode> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, JsonNode> entry : row.properties()) {
      given.put(entry.getKey(), entry.getValue());
    }
    ObjectNode fitted = NODES.objectNode();
    for (ColumnDef field : fields) {
      JsonNode value = given.remove(field.name());
      JsonNode fit = value(field, value, path + field.name());
      if (fit != null) {
        fitted.set(field.name(), fit);
      }
    }
    if (!given.isEmpty() && !ignoreUnknown) {
      String name = path + given.keySet().iterator().next();
      throw new BadRow(name, "no such field: " + name + ".");
    }
    return fitted;
  }

  private @Nullable JsonNode value(ColumnDef field, @Nullable JsonNode value, String path)
      throws BadRow {
    boolean absent = value == null || value.isNull();
    if (field.repeated()) {
      return list(field, absent ? NODES.arrayNode() : value, path);
    }
    if (absent) {
      if (field.mode() == ColumnDef.ColumnMode.REQUIRED) {
        throw new BadRow(path, "Missing required field: " + path + ".");
      }
      return null;
    }
    return item(field, value, path);
  }

  private JsonNode list(ColumnDef field, @Nullable JsonNode value, String path) throws BadRow {
    if (value == null || !value.isArray()) {
      throw new BadRow(path, "Array specified for non-repeated field, or none for: " + path + ".");
    }
    ArrayNode list = NODES.arrayNode();
    for (JsonNode element : value) {
      if (element.isNull()) {
        throw new BadRow(path, "Only optional fields can be set to NULL. Field: " + path + ".");
      }
      list.add(item(field, element, path));
    }
    return list;
  }

  private JsonNode item(ColumnDef field, @Nullable JsonNode value, String path) throws BadRow {
    if (value == null) {
      throw new IllegalArgumentException("no value for " + path);
    }
    return switch (field.type()) {
      case RECORD -> record(field.fields(), value, path + ".");
      case JSON -> text(json(value, path), path);
      case RANGE -> text(range(value), path);
      default -> {
        if (value.isArray()) {
          throw new BadRow(path, "Array specified for non-repeated field: " + path + ".");
        }
        if (value.isObject()) {
          throw new BadRow(path, "This field: " + path + " is not a record.");
        }
        yield text(scalar(field, value, path), path);
      }
    };
  }

  private static JsonNode text(String value, String path) throws BadRow {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new BadRow(path, "Half of a surrogate pair is no character. Field: " + path + ".");
    }
    return NODES.stringNode(value);
  }

  private static String scalar(ColumnDef field, JsonNode value, String path) throws BadRow {
    String text = value.isString() ? value.asString("") : value.toString();
    try {
      return Scalars.canonical(field.type(), text);
    } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
      String type = field.type().wire().toLowerCase(Locale.ROOT);
      String bad =
          switch (field.type()) {
            case INTEGER -> "Cannot convert value to integer (bad value): " + text;
            case FLOAT -> "Cannot convert value to floating point (bad value): " + text;
            case BOOLEAN -> "Cannot convert value to boolean (bad value): " + text;
            case NUMERIC, BIGNUMERIC -> "Invalid " + field.type().wire() + " value: " + text;
            case DATE, TIME, DATETIME, TIMESTAMP ->
                "Could not parse '" + text + "' as " + field.type() + " for field " + path + ".";
            default -> "Invalid " + type + " string \"" + text + "\"";
          };
      BadRow row = new BadRow(path, bad + " Field: " + path + "; Value: " + text);
      row.initCause(e);
      throw row;
    }
  }

  /// A string is JSON text, as the service takes it; anything else is the value itself.
  private static String json(JsonNode value, String path) throws BadRow {
    try {
      return GoogleSql.json(value.isString() ? value.asString("") : value.toString());
    } catch (IllegalArgumentException e) {
      BadRow row = new BadRow(path, "Invalid JSON for field " + path + ": " + e.getMessage());
      row.initCause(e);
      throw row;
    }
  }

  private static String range(JsonNode value) {
    return value.isObject()
        ? "["
            + value.path("start").asString("UNBOUNDED")
            + ", "
            + value.path("end").asString("UNBOUNDED")
            + ")"
        : value.asString("");
  }
}
