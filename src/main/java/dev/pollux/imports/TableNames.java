package dev.pollux.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names that BigQuery takes, made of those that files have
/// (https://docs.cloud.google.com/bigquery/docs/schemas#column_names): letters, digits and
/// underscores, at most 300, no digit first, no prefix that it keeps for itself, and no two that
/// differ by case only.
public final class TableNames {
  private static final int MOST = 300;
  private static final Pattern COLUMN = Pattern.compile("[A-Za-z_]\\w{0,299}");
  private static final List<String> KEPT =
      List.of("_TABLE_", "_FILE_", "_PARTITION", "_ROW_TIMESTAMP", "__ROOT__", "_COLIDENTIFIER");

  private TableNames() {}

  static boolean isColumn(String name) {
    return COLUMN.matcher(name).matches()
        && KEPT.stream().noneMatch(name.toUpperCase(Locale.ROOT)::startsWith);
  }

  /// A valid name for each, in their order, no two the same.
  static List<String> columns(List<String> inFile) {
    Set<String> taken = new HashSet<>();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < inFile.size(); i++) {
      String plain = plain(inFile.get(i));
      String wanted = plain.isEmpty() ? "column_" + (i + 1) : plain;
      if (!isColumn(wanted)) {
        wanted = "c_" + wanted.substring(0, Math.min(wanted.length(), MOST - 12));
      }
      names.add(free(wanted, taken, numbers));
    }
    return names;
  }

  /// @param numbers the last one that each name was given behind it: thousands may be the same
  private static String free(String wanted, Set<String> taken, Map<String, Integer> numbers) {
    String free = wanted;
    while (!taken.add(free.toLowerCase(Locale.ROOT))) {
      String start = wanted.substring(0, Math.min(wanted.length(), MOST - 12));
      free = start + "_" + numbers.merge(start.toLowerCase(Locale.ROOT), 2, (last, _) -> last + 1);
    }
    return free;
  }

  /// A table of that name is proposed for a file.
  public static String table(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String plain = plain(dot > 0 ? fileName.substring(0, dot) : fileName);
    return plain.isEmpty() ? "table" : plain;
  }

  private static String plain(String name) {
    String letters =
        Normalizer.normalize(name.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String joined =
        String.join(
            "_", Stream.of(letters.split("[^A-Za-z0-9_]+", -1)).filter(s -> !s.isEmpty()).toList());
    return joined.substring(0, Math.min(joined.length(), MOST));
  }
}
