package dev.pollux.cloud.google.bigquery;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/// Rows of `tabledata.list` (`{"f":[{"v":…}]}`) as they stand in an answer. Read in one pass: a
/// tree of a page is five times as large as the page, and takes as long to make as all the rest.
///
/// @param total how many rows the table has
record WireRows(List<Row> rows, long total) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// @throws tools.jackson.core.JacksonException if it is no JSON, or none of that form
  static WireRows of(byte[] body, List<Field> columns) {
    List<Row> rows = new ArrayList<>();
    long total = -1;
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      expect(parser, JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("totalRows")) {
          total = parser.getValueAsLong(-1);
        } else if (name.equals("rows") && token == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser, JsonToken.START_OBJECT);
            rows.add(new Row(members(parser, columns)));
          }
        } else {
          parser.skipChildren();
        }
      }
      if (total < 0) {
        throw new StreamReadException(parser, "it does not say how many rows there are");
      }
    }
    return new WireRows(rows, total);
  }

  /// Where something else stands, what follows would be read as what it is not.
  private static void expect(JsonParser parser, JsonToken wanted) {
    if (parser.currentToken() != wanted) {
      throw new StreamReadException(
          parser, parser.currentToken() + " where " + wanted + " should be");
    }
  }

  /// From the start of `{"f":[…]}` to its end; cells that are not there are NULL.
  private static List<Value> members(JsonParser parser, List<Field> fields) {
    List<Value> values = new ArrayList<>(fields.size());
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean cells = parser.currentName().equals("f");
      JsonToken token = parser.nextToken();
      if (!cells || token != JsonToken.START_ARRAY) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (values.size() < fields.size()) {
          Field field = fields.get(values.size());
          values.add(cell(parser, field, field.isRepeated()));
        } else {
          parser.skipChildren();
        }
      }
    }
    while (values.size() < fields.size()) {
      values.add(Value.NULL);
    }
    return values;
  }

  /// From the start of `{"v":…}` to its end. A list that is NULL is an empty one.
  private static Value cell(JsonParser parser, Field field, boolean list) {
    expect(parser, JsonToken.START_OBJECT);
    Value value = Value.NULL;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean read = parser.currentName().equals("v");
      parser.nextToken();
      if (read) {
        value = value(parser, field);
      } else {
        parser.skipChildren();
      }
    }
    return list && value.equals(Value.NULL) ? new Value.Array(List.of()) : value;
  }

  private static Value value(JsonParser parser, Field field) {
    return switch (parser.currentToken()) {
      case START_ARRAY -> {
        List<Value> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(cell(parser, field, false));
        }
        yield new Value.Array(elements);
      }
      case START_OBJECT -> new Value.Struct(members(parser, field.fields()));
      case VALUE_NULL -> Value.NULL;
      default -> new Value.Scalar(CellMapper.scalar(parser.getString(), field.type()));
    };
  }
}
