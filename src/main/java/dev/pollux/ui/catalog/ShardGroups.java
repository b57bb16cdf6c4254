package dev.pollux.ui.catalog;

import dev.pollux.domain.table.TableEntry;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tables that differ by a day at the end of their names (`events_20260101`) are one line,
/// `events_*`, as Google's console shows them.
final class ShardGroups {
  private static final Pattern DAY =
      Pattern.compile("(.*[^0-9])(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");

  private ShardGroups() {}

  /// The same in the same order; a group stands where its first table stood.
  static List<TableEntry> of(List<TableEntry> tables) {
    Map<String, List<TableEntry>> groups = new LinkedHashMap<>();
    for (TableEntry entry : tables) {
      groups.computeIfAbsent(key(entry), _ -> new ArrayList<>()).add(entry);
    }
    return groups.entrySet().stream()
        .map(group ->
            group.getValue().size() == 1
                ? group.getValue().getFirst()
                : new TableEntry(
                    wildcard(group.getValue().getFirst(), group.getKey()), TableKind.SHARDS))
        .toList();
  }

  private static String key(TableEntry entry) {
    Matcher day = DAY.matcher(entry.ref().table());
    return entry.kind() == TableKind.TABLE && day.matches()
        ? day.group(1) + "*"
        : entry.ref().table();
  }

  private static TableRef wildcard(TableEntry entry, String name) {
    return entry.ref().datasetRef().table(name);
  }
}
