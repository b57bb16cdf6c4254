package dev.pollux.prompt;

import dev.pollux.domain.Field;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableSchema;
import dev.pollux.domain.Value;

/// The request of one row, byte for byte as [RequestSql] makes it in the cloud.
public final class RequestRenderer {
  private RequestRenderer() {}

  /// The prompt of the row.
  public static String text(RequestSpec spec, TableSchema schema, Row row) {
    StringBuilder text = new StringBuilder();
    for (Template.Piece piece : spec.template().pieces()) {
      switch (piece) {
        case Template.Piece.Literal literal -> text.append(literal.text());
        case Template.Piece.Column column -> text.append(value(column.name(), schema, row));
      }
    }
    return text.toString();
  }

  /// The whole request, a GenerateContentRequest.
  public static String json(RequestSpec spec, TableSchema schema, Row row) {
    String contents =
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":"
            + NestedJson.string(text(spec, schema, row))
            + "}]}]";
    return spec.system().isBlank()
        ? contents + "}"
        : contents
            + ",\"systemInstruction\":{\"parts\":[{\"text\":"
            + NestedJson.string(spec.system())
            + "}]}}";
  }

  private static String value(String name, TableSchema schema, Row row) {
    int index = schema.indexOf(name);
    if (index < 0) {
      return "";
    }
    Field field = schema.fields().get(index);
    return switch (row.values().get(index)) {
      case Value.Null _ -> field.isRepeated() ? "[]" : "";
      case Value.Scalar scalar -> scalar(field, scalar.text());
      case Value.Array array -> NestedJson.text(field, array);
      case Value.Struct struct -> NestedJson.text(field, struct);
    };
  }

  /// Rows of BigQuery carry numbers and times a little differently than CAST prints them.
  private static String scalar(Field field, String text) {
    return switch (field.type()) {
      case FLOAT64 -> FloatText.of(FloatText.parse(text));
      case TIMESTAMP, TIME, DATETIME, RANGE -> SecondsText.of(text);
      case STRING,
          BYTES,
          INT64,
          NUMERIC,
          BIGNUMERIC,
          BOOL,
          DATE,
          GEOGRAPHY,
          JSON,
          INTERVAL,
          STRUCT ->
          text;
    };
  }
}
