package dev.pollux.ui.kit;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Value;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Values as text: on one line for a cell, in full for the value pane.
public final class ValueText {
  private static final int CELL_LENGTH = 300;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ValueText() {}

  /// One line, cut where no cell could show more. NULL gives `NULL`; see [#isNull].
  public static String inline(Field field, Value value) {
    String text =
        switch (value) {
          case Value.Null _ -> "NULL";
          case Value.Scalar scalar -> scalar.text();
          case Value.Struct _, Value.Array _ -> node(field, value).toString();
        };
    String cut = text.length() > CELL_LENGTH ? text.substring(0, CELL_LENGTH) + "…" : text;
    return cut.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }

  /// Everything; JSON and nested values are laid out over lines.
  public static String full(Field field, Value value) {
    return switch (value) {
      case Value.Null _ -> "NULL";
      case Value.Scalar scalar ->
          field.type() == FieldType.JSON ? pretty(scalar.text()) : scalar.text();
      case Value.Struct _, Value.Array _ -> JSON.writeValueAsString(node(field, value));
    };
  }

  /// Everything on its own terms: nothing for NULL, JSON without spaces for nested values.
  public static String plain(Field field, Value value) {
    return switch (value) {
      case Value.Null _ -> "";
      case Value.Scalar scalar -> scalar.text();
      case Value.Struct _, Value.Array _ -> node(field, value).toString();
    };
  }

  static void copy(Field field, Value value) {
    GridCopy.put(isNull(value) ? "" : full(field, value));
  }

  /// JSON laid out over lines; any other text as it is.
  public static String pretty(String text) {
    try {
      return JSON.writeValueAsString(JSON.readTree(text));
    } catch (JacksonException _) {
      return text;
    }
  }

  public static boolean isNull(Value value) {
    return value instanceof Value.Null;
  }

  private static JsonNode node(Field field, Value value) {
    return switch (value) {
      case Value.Null _ -> JSON.nullNode();
      case Value.Scalar scalar -> scalar(field, scalar.text());
      case Value.Array array -> {
        ArrayNode all = JSON.createArrayNode();
        Field element =
            new Field(field.name(), field.type(), Field.Mode.NULLABLE, field.fields(), "");
        array.values().forEach(v -> all.add(node(element, v)));
        yield all;
      }
      case Value.Struct struct -> {
        ObjectNode all = JSON.createObjectNode();
        List<Field> members = field.fields();
        for (int i = 0; i < Math.min(members.size(), struct.values().size()); i++) {
          all.set(members.get(i).name(), node(members.get(i), struct.values().get(i)));
        }
        yield all;
      }
    };
  }

  private static JsonNode scalar(Field field, String text) {
    try {
      return switch (field.type()) {
        case JSON, INT64, FLOAT64, NUMERIC, BOOL -> JSON.readTree(text);
        case STRING,
            BYTES,
            BIGNUMERIC,
            TIMESTAMP,
            DATE,
            TIME,
            DATETIME,
            GEOGRAPHY,
            INTERVAL,
            RANGE,
            STRUCT ->
            JSON.stringNode(text);
      };
    } catch (JacksonException _) {
      return JSON.stringNode(text);
    }
  }
}
