package dev.pollux.ui.kit;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.text.VisibleText;
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
    String cut = text.length() > CELL_LENGTH ? text.substring(0, end(text)) + "…" : text;
    return VisibleText.of(cut.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
  }

  private static int end(String text) {
    boolean within =
        Character.isSurrogatePair(text.charAt(CELL_LENGTH - 1), text.charAt(CELL_LENGTH));
    return within ? CELL_LENGTH - 1 : CELL_LENGTH;
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

  /// As [#full], JSON of any length laid out too: not for the FX thread where it may be long.
  public static String read(Field field, Value value) {
    return value instanceof Value.Scalar(String text) && field.type() == FieldType.JSON
        ? laidOut(text)
        : full(field, value);
  }

  /// About how many characters it has.
  public static long size(Value value) {
    return switch (value) {
      case Value.Null _ -> 4;
      case Value.Scalar scalar -> scalar.text().length();
      case Value.Array array -> 2 + array.values().stream().mapToLong(it -> 4 + size(it)).sum();
      case Value.Struct struct -> 2 + struct.values().stream().mapToLong(it -> 8 + size(it)).sum();
    };
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
  public static String json(Field field, Value value) {
    return whole(field, value).toString();
  }

  /// A text as JSON has it.
  public static String jsonText(String text) {
    return JSON.stringNode(text).toString();
  }

  /// What a copy of the value has: nothing for NULL, else [#full].
  public static String copied(Field field, Value value) {
    return isNull(value) ? "" : full(field, value);
  }

  /// JSON laid out over lines; any other text, and very long JSON, as it is.
  public static String pretty(String text) {
    return text.length() > MOST_PRETTY ? text : laidOut(text);
  }

  /// The same however long it is: not for the FX thread where it may be long.
  public static String laidOut(String text) {
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
