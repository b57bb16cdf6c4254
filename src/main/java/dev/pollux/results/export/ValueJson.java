package dev.pollux.results.export;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.domain.value.WellFormed;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Values as JSON: numbers with all of their digits, JSON as what it says, STRUCTs as objects.
final class ValueJson {
  static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  private ValueJson() {}

  /// What a cell that holds text has: nothing for NULL, a scalar's own text, JSON of what is
  /// nested.
  static String text(Field field, Value value) {
    return switch (value) {
      case Value.Null _ -> "";
      case Value.Scalar scalar -> scalar.text();
      case Value.Struct _, Value.Array _ -> {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
          write(out, field, value);
        }
        yield text.toString();
      }
    };
  }

  static void write(JsonGenerator out, Field field, Value value) {
    switch (value) {
      case Value.Null _ -> out.writeNull();
      case Value.Scalar scalar -> scalar(out, field.type(), scalar.text());
      case Value.Array array -> {
        Field element =
            new Field(field.name(), field.type(), Field.Mode.NULLABLE, field.fields(), "");
        out.writeStartArray();
        array.values().forEach(one -> write(out, element, one));
        out.writeEndArray();
      }
      case Value.Struct struct -> {
        out.writeStartObject();
        members(out, field.fields(), struct.values());
        out.writeEndObject();
      }
    }
  }

  /// Names and values of an object that was begun.
  static void members(JsonGenerator out, List<Field> fields, List<Value> values) {
    for (int i = 0; i < fields.size(); i++) {
      out.writeName(WellFormed.of(fields.get(i).name()));
      write(out, fields.get(i), i < values.size() ? values.get(i) : Value.NULL);
    }
  }

  private static void scalar(JsonGenerator out, FieldType type, String text) {
    switch (type) {
      case INT64, FLOAT64, NUMERIC, BIGNUMERIC -> {
        if (NUMBER.matcher(text).matches()) {
          out.writeNumber(text);
        } else {
          // NaN and the infinities are no numbers of JSON.
          out.writeString(WellFormed.of(text));
        }
      }
      case BOOL -> {
        if (text.equals("true") || text.equals("false")) {
          out.writeBoolean(text.equals("true"));
        } else {
          out.writeString(WellFormed.of(text));
        }
      }
      case JSON -> json(out, text);
      case STRING, BYTES, TIMESTAMP, DATE, TIME, DATETIME, GEOGRAPHY, INTERVAL, RANGE, STRUCT ->
          out.writeString(WellFormed.of(text));
    }
  }

  /// Its own text where that is JSON, so that no digit is lost.
  private static void json(JsonGenerator out, String text) {
    try {
      JsonNode read = JSON.readTree(text);
      if (read.isMissingNode()) {
        out.writeString(WellFormed.of(text));
      } else {
        out.writeRawValue(text.replace("\n", " ").replace("\r", " "));
      }
    } catch (JacksonException _) {
      out.writeString(WellFormed.of(text));
    }
  }
}
