package dev.pollux.prompt.rows;

import dev.pollux.cloud.Query;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.FloatText;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.domain.value.WellFormed;
import dev.pollux.prompt.column.CastSyntax;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.prompt.column.ValueKey;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// One condition, resolved for a table: as SQL, and asked of a row that is here.
record ResolvedCondition(ColumnPath path, RowChoice.Operator operator, String value) {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /// Hour and minute, where no second follows and no zone stands before them.
  private static final Pattern MINUTES = Pattern.compile("((?:^|[Tt ])\\d\\d:\\d\\d)(?![:\\d])");

  /// Whether a column of this type can be compared with what a person types.
  static boolean compares(ColumnPath path) {
    return !path.leaf().isRepeated()
        && switch (path.leaf().type()) {
          case STRING, INT64, FLOAT64, NUMERIC, BIGNUMERIC, BOOL, DATE, TIME, TIMESTAMP, DATETIME ->
              true;
          case BYTES, JSON, STRUCT, GEOGRAPHY, INTERVAL, RANGE -> false;
        };
  }

  static boolean takesValue(RowChoice.Operator operator) {
    return switch (operator) {
      case EQUALS, DIFFERS, CONTAINS, AT_LEAST, AT_MOST -> true;
      case IS_NULL, IS_NOT_NULL -> false;
    };
  }

  /// Whether the typed value is one of the column's type: what CAST reads in BigQuery, and no more.
  boolean isReadable() {
    if (!takesValue(operator) || operator == RowChoice.Operator.CONTAINS) {
      return true;
    }
    try {
      if (!CastSyntax.reads(path.leaf().type(), typed())) {
        return false;
      }
      ValueKey.of(path.leaf().type(), typed());
      return true;
    } catch (NumberFormatException | DateTimeException _) {
      return false;
    }
  }

  /// The value as BigQuery wants it in a parameter.
  private String typed() {
    String text = WellFormed.of(value);
    return switch (path.leaf().type()) {
      case STRING -> text;
      case BOOL -> text.strip().toLowerCase(Locale.ROOT);
      case TIMESTAMP, DATETIME, TIME -> withSeconds(text.strip());
      case INT64,
          FLOAT64,
          NUMERIC,
          BIGNUMERIC,
          DATE,
          BYTES,
          JSON,
          STRUCT,
          GEOGRAPHY,
          INTERVAL,
          RANGE ->
          text.strip();
    };
  }

  /// CAST reads no time without its seconds, which people leave out.
  private static String withSeconds(String text) {
    return DAY.matcher(text).matches()
        ? text + " 00:00:00"
        : MINUTES.matcher(text).replaceFirst("$1:00");
  }

  String sql(Map<String, Query.Parameter> parameters) {
    String column = path.sql();
    return switch (operator) {
      case EQUALS -> column + " = " + parameter(parameters);
      case DIFFERS -> "IFNULL(" + column + " != " + parameter(parameters) + ", TRUE)";
      case CONTAINS -> "STRPOS(LOWER(" + column + "), LOWER(" + parameter(parameters) + ")) > 0";
      case AT_LEAST -> column + " >= " + parameter(parameters);
      case AT_MOST -> column + " <= " + parameter(parameters);
      case IS_NULL -> column + " IS NULL";
      case IS_NOT_NULL -> column + " IS NOT NULL";
    };
  }

  private String parameter(Map<String, Query.Parameter> parameters) {
    String name = "value" + parameters.size();
    parameters.put(name, Query.Parameter.string(typed()));
    FieldType type = path.leaf().type();
    return type == FieldType.STRING ? "@" + name : "CAST(@" + name + " AS " + type + ")";
  }

  boolean test(TableSchema schema, Row row) {
    Value found = path.value(schema, row);
    if (!(found instanceof Value.Scalar(String text))) {
      return switch (operator) {
        case IS_NULL -> found instanceof Value.Null;
        case IS_NOT_NULL -> !(found instanceof Value.Null);
        case DIFFERS -> true;
        case EQUALS, CONTAINS, AT_LEAST, AT_MOST -> false;
      };
    }
    return switch (operator) {
      case IS_NULL -> false;
      case IS_NOT_NULL -> true;
      case CONTAINS ->
          text.toLowerCase(Locale.ROOT).contains(WellFormed.of(value).toLowerCase(Locale.ROOT));
      case EQUALS -> ordered(text) && compare(text) == 0;
      case DIFFERS -> !ordered(text) || compare(text) != 0;
      case AT_LEAST -> ordered(text) && compare(text) >= 0;
      case AT_MOST -> ordered(text) && compare(text) <= 0;
    };
  }

  /// NaN is neither more, less nor equal, not even to itself
  /// (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/data-types#floating_point_semantics).
  private boolean ordered(String text) {
    return path.leaf().type() != FieldType.FLOAT64
        || !(Double.isNaN(FloatText.parse(text)) || Double.isNaN(FloatText.parse(typed())));
  }

  private int compare(String text) {
    FieldType type = path.leaf().type();
    return ValueKey.of(type, text).compareTo(ValueKey.of(type, typed()));
  }
}
