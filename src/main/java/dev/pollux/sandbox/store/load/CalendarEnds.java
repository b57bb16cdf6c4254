package dev.pollux.sandbox.store.load;

import dev.pollux.sandbox.store.engine.Database;
import dev.pollux.sandbox.store.engine.Quoting;
import dev.pollux.sandbox.store.engine.Sql;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import dev.pollux.sandbox.store.schema.ColumnDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Days and times that a file of DuckDB's types can hold and the service's calendar cannot: it
/// begins with year 1 and ends with 9999.
record CalendarEnds(Database database) {
  /// @throws StoreFailure for the first column with such a value, if there is one
  void check(List<ColumnDef> columns, String source) {
    for (ColumnDef column : columns) {
      outside(column, Quoting.quote(column.name()))
          .filter(outside -> has(source, outside))
          .ifPresent(_ -> {
            throw new StoreFailure(
                Kind.INVALID,
                "Error while reading data, error message: Invalid "
                    + column.type().sql()
                    + " value in Parquet column '"
                    + column.name()
                    + "': it must be from 0001-01-01 to 9999-12-31");
          });
    }
  }

  private boolean has(String source, String outside) {
    return database.read(c ->
        Sql.first(
                c,
                "SELECT 1 FROM " + source + " WHERE " + outside + " LIMIT 1",
                row -> row.getInt(1))
            .isPresent());
  }

  /// Whether a value is outside, as DuckDB says it; empty where none can be.
  private static Optional<String> outside(ColumnDef column, String value) {
    if (column.repeated()) {
      return outside(column.withMode(ColumnDef.ColumnMode.NULLABLE), "i")
          .map(item -> "len(list_filter(" + value + ", lambda i: " + item + ")) > 0");
    }
    return switch (column.type()) {
      case DATE, DATETIME, TIMESTAMP ->
          Optional.of("NOT (isfinite(" + value + ") AND year(" + value + ") BETWEEN 1 AND 9999)");
      case RECORD -> {
        List<String> any = new ArrayList<>();
        for (ColumnDef field : column.fields()) {
          outside(field, "struct_extract(" + value + ", " + Quoting.text(field.name()) + ")")
              .ifPresent(any::add);
        }
        yield any.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(" OR ", any) + ")");
      }
      default -> Optional.empty();
    };
  }
}
