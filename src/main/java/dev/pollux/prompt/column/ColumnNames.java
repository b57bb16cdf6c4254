package dev.pollux.prompt.column;

import dev.pollux.domain.Finding;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names that a template may use, and the nearest one to a name that is wrong.
public final class ColumnNames {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Pd}\\p{Zs}&%=+:'<>#|.]{1,1000}");

  private ColumnNames() {}

  /// Whether a column, or the path to a member, may be called so at all
  /// (https://docs.cloud.google.com/bigquery/docs/schemas#flexible-column-names).
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// Every column, and every member that a path leads to, in order.
  public static List<String> of(TableSchema schema) {
    List<String> names = new ArrayList<>();
    schema.fields().forEach(field -> add("", field, names));
    return names;
  }

  private static void add(String before, Field field, List<String> names) {
    names.add(before + field.name());
    if (!field.isRepeated()) {
      field.fields().forEach(member -> add(before + field.name() + ".", member, names));
    }
  }

  /// What is wrong with a name in braces; empty when it leads to a column.
  public static Optional<Finding> check(String name, TableSchema schema) {
    if (ColumnPath.find(schema, name).isPresent()) {
      return Optional.empty();
    }
    Optional<String> list = listAbove(name, schema);
    if (list.isPresent()) {
      return Optional.of(Finding.stop("template.in-list", name, list.get()));
    }
    return Optional.of(
        nearest(name, schema)
            .map(near -> Finding.stop("template.unknown-near", name, near))
            .orElseGet(() -> Finding.stop("template.unknown", name)));
  }

  /// The list that the name would lead into.
  private static Optional<String> listAbove(String name, TableSchema schema) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String above = name.substring(0, dot);
    return ColumnPath.find(schema, above)
        .filter(path -> path.leaf().isRepeated())
        .map(_ -> above)
        .or(() -> listAbove(above, schema));
  }

  private static Optional<String> nearest(String name, TableSchema schema) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return of(schema).stream()
        .filter(other -> {
          String known = other.toLowerCase(Locale.ROOT);
          return !wanted.isEmpty()
              && (known.startsWith(wanted)
                  || wanted.startsWith(known)
                  || known.endsWith("." + wanted)
                  || distance(known, wanted) <= 2);
        })
        .findFirst();
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? corner : corner + 1;
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), change);
        corner = above;
      }
    }
    return row[b.length()];
  }
}
