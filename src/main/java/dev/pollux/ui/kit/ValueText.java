package dev.pollux.ui.kit;

import dev.pollux.domain.Field;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Value;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Values as text: on one line for a cell, in full for the value pane.
public final class ValueText {
  private static final int CELL_LENGTH = 300;

  /// JSON that is longer is not laid out: nobody reads it, and the FX thread would stand still.
  private static final int MOST_PRETTY = 200_000;

  /// Numbers as they are written: a NUMERIC has more digits than a double.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  private ValueText() {}

  /// The beginning of a value; `whole` when that is all of it.
  record Head(String text, boolean whole) {}

  /// How much of a nested value may still be written.
  private static final class Room {
    private long left;

    Room(long characters) {
      left = characters;
    }

    boolean spent() {
      return left <= 0;
    }

    String take(String text) {
      String taken = text.length() > left ? text.substring(0, (int) Math.max(0, left)) : text;
      left -= text.length() + 1L;
      return taken;
    }
  }

  /// One line, cut where no cell could show more. NULL gives `NULL`; see [#isNull].
  public static String inline(Field field, Value value) {
    String text =
        switch (value) {
          case Value.Null _ -> "NULL";
          case Value.Scalar scalar -> scalar.text();
          case Value.Struct _, Value.Array _ ->
              node(field, value, new Room(CELL_LENGTH + 1)).toString();
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
      case Value.Struct _, Value.Array _ -> JSON.writeValueAsString(whole(field, value));
    };
  }

  /// The beginning of [#full], made without the rest.
  static Head head(Field field, Value value, int most) {
    return switch (value) {
      case Value.Null _ -> new Head("NULL", true);
      case Value.Scalar scalar when scalar.text().length() > most ->
          new Head(scalar.text().substring(0, most), false);
      case Value.Scalar _ -> head(full(field, value), most, true);
      case Value.Struct _, Value.Array _ -> {
        Room room = new Room(most);
        String text = JSON.writeValueAsString(node(field, value, room));
        yield head(text, most, !room.spent());
      }
    };
  }

  private static Head head(String text, int most, boolean whole) {
    return text.length() > most ? new Head(text.substring(0, most), false) : new Head(text, whole);
  }

  /// Everything on its own terms: nothing for NULL, JSON without spaces for nested values.
  public static String plain(Field field, Value value) {
    return switch (value) {
      case Value.Null _ -> "";
      case Value.Scalar scalar -> scalar.text();
      case Value.Struct _, Value.Array _ -> whole(field, value).toString();
    };
  }

  /// As JSON without line breaks: numbers with all their digits, `null` for NULL.
  static String json(Field field, Value value) {
    return whole(field, value).toString();
  }

  /// A text as JSON has it.
  static String jsonText(String text) {
    return JSON.stringNode(text).toString();
  }

  /// What a copy of the value has: nothing for NULL, else [#full].
  static String copied(Field field, Value value) {
    return isNull(value) ? "" : full(field, value);
  }

  /// JSON laid out over lines; any other text, and very long JSON, as it is.
  public static String pretty(String text) {
    if (text.length() > MOST_PRETTY) {
      return text;
    }
    try {
      return LaidOutJson.of(text);
    } catch (JacksonException _) {
      return text;
    }
  }

  public static boolean isNull(Value value) {
    return value instanceof Value.Null;
  }

  private static JsonNode whole(Field field, Value value) {
    return node(field, value, new Room(Long.MAX_VALUE));
  }

  private static JsonNode node(Field field, Value value, Room room) {
    return switch (value) {
      case Value.Null _ -> JSON.nullNode();
      case Value.Scalar scalar -> scalar(field, room.take(scalar.text()));
      case Value.Array array -> {
        ArrayNode all = JSON.createArrayNode();
        Field element =
            new Field(field.name(), field.type(), Field.Mode.NULLABLE, field.fields(), "");
        for (Value one : array.values()) {
          if (room.spent()) {
            break;
          }
          all.add(node(element, one, room));
        }
        yield all;
      }
      case Value.Struct struct -> {
        ObjectNode all = JSON.createObjectNode();
        List<Field> members = field.fields();
        int count = Math.min(members.size(), struct.values().size());
        for (int i = 0; i < count && !room.spent(); i++) {
          all.set(members.get(i).name(), node(members.get(i), struct.values().get(i), room));
        }
        yield all;
      }
    };
  }

  private static JsonNode scalar(Field field, String text) {
    return switch (field.type()) {
      case JSON -> json(text);
      case INT64, FLOAT64, NUMERIC, BIGNUMERIC -> number(text);
      case BOOL ->
          text.equals("true") || text.equals("false")
              ? JSON.getNodeFactory().booleanNode(text.equals("true"))
              : JSON.stringNode(text);
      case STRING, BYTES, TIMESTAMP, DATE, TIME, DATETIME, GEOGRAPHY, INTERVAL, RANGE, STRUCT ->
          JSON.stringNode(text);
    };
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException _) {
      return JSON.stringNode(text);
    }
  }

  /// `NaN` and `Infinity` are no numbers of JSON.
  private static JsonNode number(String text) {
    return NUMBER.matcher(text).matches()
        ? JSON.getNodeFactory().rawValueNode(new RawValue(text))
        : JSON.stringNode(text);
  }
}
