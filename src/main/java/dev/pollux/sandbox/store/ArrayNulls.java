package dev.pollux.sandbox.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Results hold no arrays with NULL: inside of a statement they can be, but not written ([array
/// type](https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types#array_nulls)).
final class ArrayNulls {
  private ArrayNulls() {}

  /// The select over the same rows, which fails where an array has a NULL.
  static String refused(List<ColumnDef> columns, String select) {
    if (columns.stream().noneMatch(column -> found(column, "", 0).isPresent())) {
      return select;
    }
    return "SELECT "
        + columns.stream().map(ArrayNulls::checked).collect(Collectors.joining(", "))
        + " FROM ("
        + select
        + ")";
  }

  private static String checked(ColumnDef column) {
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
                + name)
        .orElse(name);
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
            .flatMap(field ->
                found(
                    field,
                    "struct_extract(" + value + ", " + Quoting.text(field.name()) + ")",
                    depth)
                    .stream())
            .collect(Collectors.joining(" OR "));
    return any.isEmpty() ? Optional.empty() : Optional.of("(" + any + ")");
  }
}
