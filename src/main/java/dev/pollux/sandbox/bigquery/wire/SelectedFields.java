package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.store.schema.ColumnDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `selectedFields=a,b.c`: the columns that are asked for, in the order of the schema.
public final class SelectedFields {
  private SelectedFields() {}

  /// @throws Failure if a field does not exist
  public static List<ColumnDef> of(List<ColumnDef> columns, String names) {
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    for (String name : names.split(",", -1)) {
      int dot = name.indexOf('.');
      String head =
          (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(java.util.Locale.ROOT);
      wanted
          .computeIfAbsent(head, _ -> new ArrayList<>())
          .add(dot < 0 ? "" : name.substring(dot + 1));
    }
    List<ColumnDef> selected = new ArrayList<>();
    for (ColumnDef column : columns) {
      List<String> inner = wanted.remove(column.key());
      if (inner != null) {
        selected.add(inner.contains("") ? column : narrowed(column, inner));
      }
    }
    if (!wanted.isEmpty()) {
      throw new Failure(
          Reason.INVALID,
          "Request contains an invalid field: " + String.join(", ", wanted.keySet()));
    }
    return selected;
  }

  private static ColumnDef narrowed(ColumnDef column, List<String> inner) {
    return new ColumnDef(
        column.name(),
        column.type(),
        column.mode(),
        column.description(),
        of(column.fields(), String.join(",", inner)),
        column.element());
  }
}
