package dev.pollux.sandbox.sql;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATE;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.DATETIME;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.TIMESTAMP;

import dev.pollux.sandbox.sql.catalog.TablePartition;
import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Understands `PARTITION BY` and `CLUSTER BY` of a table whose columns are known
/// ([reference](https://cloud.google.com/bigquery/docs/reference/standard-sql/data-definition-language#partition_expression)).
record PartitionReader(List<SqlColumn> columns) {
  private static final List<String> UNITS = List.of("HOUR", "DAY", "MONTH", "YEAR");

  /// The service's words.
  private static final String FORMS =
      "PARTITION BY expression must be DATE(<timestamp_column>), DATE(<datetime_column>),"
          + " DATETIME_TRUNC(<datetime_column>, DAY/HOUR/MONTH/YEAR), a DATE column,"
          + " TIMESTAMP_TRUNC(<timestamp_column>, DAY/HOUR/MONTH/YEAR), DATE_TRUNC(<date_column>,"
          + " MONTH/YEAR), or RANGE_BUCKET(<int64_column>, GENERATE_ARRAY(<int64_value>,"
          + " <int64_value>[, <int64_value>]))";

  /// Types that a table can be clustered by.
  private static final Set<SqlType.Scalar> CLUSTERED =
      EnumSet.of(
          SqlType.Scalar.BIGNUMERIC,
          SqlType.Scalar.BOOL,
          DATE,
          DATETIME,
          SqlType.Scalar.GEOGRAPHY,
          SqlType.Scalar.INT64,
          SqlType.Scalar.NUMERIC,
          SqlType.Scalar.STRING,
          TIMESTAMP);

  TablePartition partition(Ast.Expr expr) throws SqlException {
    if (expr instanceof Ast.Name name) {
      return is(name, "_PARTITIONDATE")
          ? new TablePartition(Optional.empty(), "DAY")
          : of(expr, name, EnumSet.of(DATE), "DAY");
    }
    if (!(expr instanceof Ast.Call call)
        || call.arguments().isEmpty()
        || !(call.arguments().getFirst().value() instanceof Ast.Name name)) {
      throw expr.at().invalid(FORMS);
    }
    return switch (call.name()) {
      case "DATE" -> of(expr, name, EnumSet.of(TIMESTAMP, DATETIME), only(call, "DAY"));
      case "TIMESTAMP_TRUNC" -> of(expr, name, EnumSet.of(TIMESTAMP), unit(call, UNITS));
      case "DATETIME_TRUNC" -> of(expr, name, EnumSet.of(DATETIME), unit(call, UNITS));
      case "DATE_TRUNC" ->
          of(expr, name, EnumSet.of(DATE), unit(call, List.of("DAY", "MONTH", "YEAR")));
      case "RANGE_BUCKET" -> {
        SqlColumn _ = column(name);
        throw expr.at().unsupported("PARTITION BY RANGE_BUCKET");
      }
      default -> throw expr.at().invalid(FORMS);
    };
  }

  private TablePartition of(Ast.Expr expr, Ast.Name name, Set<SqlType.Scalar> types, String unit)
      throws SqlException {
    if (types.contains(TIMESTAMP) && is(name, "_PARTITIONTIME")) {
      return new TablePartition(Optional.empty(), unit);
    }
    SqlColumn column = column(name);
    if (!(column.type() instanceof SqlType.Scalar scalar) || !types.contains(scalar)) {
      throw expr.at().invalid(FORMS);
    }
    return new TablePartition(Optional.of(column.name()), unit);
  }

  private static boolean is(Ast.Name name, String pseudo) {
    return name.path().size() == 1 && name.path().getFirst().equalsIgnoreCase(pseudo);
  }

  private static String only(Ast.Call call, String unit) throws SqlException {
    if (call.arguments().size() != 1) {
      throw call.at().invalid(FORMS);
    }
    return unit;
  }

  private static String unit(Ast.Call call, List<String> units) throws SqlException {
    String unit =
        call.arguments().size() == 2 && call.arguments().get(1).value() instanceof Ast.Name name
            ? String.join(".", name.path()).toUpperCase(Locale.ROOT)
            : "";
    if (!units.contains(unit)) {
      throw call.at().invalid(FORMS);
    }
    return unit;
  }

  /// @return the column's name as the table has it
  String clustering(Ast.Expr expr) throws SqlException {
    if (!(expr instanceof Ast.Name name) || name.path().size() != 1) {
      throw expr.at().invalid("CLUSTER BY expression must be a top-level column of the table");
    }
    SqlColumn column = column(name);
    boolean fits =
        column.type() instanceof SqlType.Range
            || (column.type() instanceof SqlType.Scalar scalar && CLUSTERED.contains(scalar));
    if (!fits) {
      throw expr.at()
          .invalid(
              "CLUSTER BY expression references a column of type "
                  + column.type()
                  + ", which is not supported for clustering");
    }
    return column.name();
  }

  private SqlColumn column(Ast.Name name) throws SqlException {
    return columns.stream()
        .filter(column -> column.name().equalsIgnoreCase(name.path().getFirst()))
        .findFirst()
        .orElseThrow(() -> name.at().invalid("Unrecognized name: " + name.path().getFirst()));
  }
}
