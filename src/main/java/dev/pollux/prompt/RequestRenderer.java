package dev.pollux.prompt;

import dev.pollux.domain.Field;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableSchema;
import dev.pollux.domain.Value;
import java.math.BigDecimal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The request of one row, byte for byte as [RequestSql] makes it in the cloud.
public final class RequestRenderer {
  private static final JsonMapper JSON = JsonMapper.shared();

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
    ObjectNode request = JSON.createObjectNode();
    ObjectNode content = request.putArray("contents").addObject();
    content.put("role", "user");
    content.putArray("parts").addObject().put("text", text(spec, schema, row));
    spec.system()
        .ifPresent(system ->
            request
                .putObject("systemInstruction")
                .putArray("parts")
                .addObject()
                .put("text", system));
    return JSON.writeValueAsString(request);
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

  /// BigQuery's rows carry a FLOAT64 as Java would print it; CAST prints it shorter.
  static String scalar(Field field, String text) {
    return switch (field.type()) {
      case FLOAT64 -> floating(text);
      case STRING,
          BYTES,
          INT64,
          NUMERIC,
          BIGNUMERIC,
          BOOL,
          TIMESTAMP,
          DATE,
          TIME,
          DATETIME,
          GEOGRAPHY,
          JSON,
          INTERVAL,
          RANGE,
          STRUCT ->
          text;
    };
  }

  private static String floating(String text) {
    double value =
        switch (text) {
          case "NaN" -> Double.NaN;
          case "Infinity", "inf" -> Double.POSITIVE_INFINITY;
          case "-Infinity", "-inf" -> Double.NEGATIVE_INFINITY;
          default -> Double.parseDouble(text);
        };
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (value != 0 && (exponent < -5 || exponent >= 15)) {
      String digits = exact.unscaledValue().abs().toString();
      String mantissa =
          digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
      String sign = exponent < 0 ? "-" : "+";
      int size = Math.abs(exponent);
      return (value < 0 ? "-" : "") + mantissa + "e" + sign + (size < 10 ? "0" : "") + size;
    }
    return value == 0 ? (1 / value < 0 ? "-0" : "0") : exact.toPlainString();
  }
}
