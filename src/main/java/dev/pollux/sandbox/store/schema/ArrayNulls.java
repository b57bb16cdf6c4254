package dev.pollux.sandbox.store.schema;

import dev.pollux.sandbox.store.engine.Quoting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// NULL and arrays in what is written ([array
/// type](https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types#array_nulls)):
/// inside of a statement an array can be NULL and can have NULL in it. Of what is written an array
/// with NULL is an error, and an array that is NULL is an empty one.
public final class ArrayNulls {
  private ArrayNulls() {}

  /// The select over the same rows, which fails where an array has a NULL.
  public static String refused(List<ColumnDef> columns, String select) {
    return each(columns, select, ArrayNulls::checked);
  }

  /// The select over the same rows, where an array that is NULL is an empty one, at any depth.
  public static String emptied(List<ColumnDef> columns, String select) {
    return each(
        columns,
        select,
        column -> {
          String name = Quoting.quote(column.name());
          return value(column, name, 0).map(sql -> sql + " AS " + name);
        });
  }

  private static String each(
      List<ColumnDef> columns, String select, Function<ColumnDef, Optional<String>> one) {
    List<Optional<String>> items = columns.stream().map(one).toList();
    if (items.stream().allMatch(Optional::isEmpty)) {
      return select;
    }
    return "SELECT "
        + IntStream.range(0, columns.size())
            .mapToObj(i -> items.get(i).orElseGet(() -> Quoting.quote(columns.get(i).name())))
            .collect(Collectors.joining(", "))
        + " FROM ("
        + select
        + ")";
  }

  private static Optional<String> checked(ColumnDef column) {
    String name = Quoting.quote(column.name());
    return found(column, name, 0)
        .map(hasNull ->
            "CASE WHEN "
                + hasNull
                + " THEN CAST(bq_fail("
                + Quoting.text(
                    "Array cannot have a null element; error in writing field " + column.name())
                + ") AS "
                + column.duck()
                + ") ELSE "
                + name
                + " END AS "
                + name);
  }

  /// A value without arrays that are NULL, as DuckDB says it; empty if it can have none.
  private static Optional<String> value(ColumnDef column, String value, int depth) {
    if (!column.repeated()) {
      return record(column, value, depth);
    }
    String item = "n" + depth;
    String items =
        record(column, item, depth + 1)
            .map(inner -> "list_transform(" + value + ", lambda " + item + ": " + inner + ")")
            .orElse(value);
    return Optional.of("coalesce(" + items + ", CAST([] AS " + column.duck() + "))");
  }

  private static Optional<String> record(ColumnDef column, String value, int depth) {
    List<Optional<String>> fields =
        column.fields().stream()
            .map(field -> value(field, extracted(value, field), depth))
            .toList();
    if (fields.stream().allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    String packed =
        IntStream.range(0, fields.size())
            .mapToObj(i -> {
              ColumnDef field = column.fields().get(i);
              return Quoting.quote(field.name())
                  + " := "
                  + fields.get(i).orElseGet(() -> extracted(value, field));
            })
            .collect(Collectors.joining(", "));
    return Optional.of("CASE WHEN " + value + " IS NOT NULL THEN struct_pack(" + packed + ") END");
  }

  private static String extracted(String value, ColumnDef field) {
    return "struct_extract(" + value + ", " + Quoting.text(field.name()) + ")";
  }

  /// Whether there is such an array in a value, as DuckDB says it; empty if there can be none.
  private static Optional<String> found(ColumnDef column, String value, int depth) {
    if (!column.repeated()) {
      return inside(column, value, depth);
    }
    String item = "n" + depth;
    String here = "len(" + value + ") > list_count(" + value + ")";
    return Optional.of(
        inside(column, item, depth + 1)
            .map(inner ->
                "("
                    + here
                    + " OR len(list_filter("
                    + value
                    + ", lambda "
                    + item
                    + ": "
                    + inner
                    + ")) > 0)")
            .orElse(here));
  }

  private static Optional<String> inside(ColumnDef column, String value, int depth) {
    String any =
        column.fields().stream()
            .flatMap(field -> found(field, extracted(value, field), depth).stream())
            .collect(Collectors.joining(" OR "));
    return any.isEmpty() ? Optional.empty() : Optional.of("(" + any + ")");
  }
}
