package dev.pollux.cloud.google.bigquery;

import com.google.cloud.bigquery.FieldValue;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.Range;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Cells as BigQuery sends them, as our values. Read by position and by our own schema, because the
/// client attaches none to records inside arrays.
final class CellMapper {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private CellMapper() {}

  static Row row(FieldValueList cells, List<Field> fields) {
    return new Row(members(cells, fields));
  }

  private static List<Value> members(List<FieldValue> cells, List<Field> fields) {
    List<Value> values = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      values.add(i < cells.size() ? value(cells.get(i), fields.get(i)) : Value.NULL);
    }
    return values;
  }

  private static Value value(FieldValue cell, Field field) {
    if (!field.isRepeated()) {
      return single(cell, field);
    }
    return cell.isNull()
        ? new Value.Array(List.of())
        : new Value.Array(
            cell.getRepeatedValue().stream().map(element -> single(element, field)).toList());
  }

  private static Value single(FieldValue cell, Field field) {
    if (cell.isNull()) {
      return Value.NULL;
    }
    return switch (cell.getAttribute()) {
      case RECORD -> new Value.Struct(members(cell.getRecordValue(), field.fields()));
      case RANGE -> new Value.Scalar(range(cell.getRangeValue()));
      case PRIMITIVE -> new Value.Scalar(scalar(cell.getStringValue(), field.type()));
      // BigQuery has no arrays of arrays.
      case REPEATED -> new Value.Scalar(cell.getValue().toString());
    };
  }

  /// A scalar of the wire in GoogleSQL's notation.
  static String scalar(String text, FieldType type) {
    return type == FieldType.TIMESTAMP ? timestamp(text) : text;
  }

  /// From microseconds since 1970, or from seconds with a fraction or an exponent: services answer
  /// either.
  static String timestamp(String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text;
    }
    boolean seconds = text.indexOf('.') >= 0 || text.indexOf('E') >= 0;
    // A double of seconds has noise below the microsecond.
    long micros =
        (seconds ? number.movePointRight(6) : number)
            .setScale(0, java.math.RoundingMode.HALF_UP)
            .longValueExact();
    Instant second = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L));
    return SECONDS.format(second) + fraction(Math.floorMod(micros, 1_000_000L)) + "+00";
  }

  /// GoogleSQL shows none, three or six digits.
  private static String fraction(long micros) {
    if (micros == 0) {
      return "";
    }
    String six = Long.toString(1_000_000L + micros).substring(1);
    return "." + (six.endsWith("000") ? six.substring(0, 3) : six);
  }

  private static String range(Range range) {
    return "[" + bound(range.getStart()) + ", " + bound(range.getEnd()) + ")";
  }

  private static String bound(@org.jspecify.annotations.Nullable FieldValue bound) {
    return bound == null || bound.isNull() ? "UNBOUNDED" : bound.getStringValue();
  }
}
