package dev.pollux.prompt;

import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.prompt.column.ColumnPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The columns that go beside the answers. A column that nobody needs costs, and one that may not
/// be read refuses the whole job.
public final class PassedColumns {
  private static final Set<String> KEYS = Set.of("id", "key", "uuid", "guid");

  private PassedColumns() {}

  /// Those that were chosen and are there; where nobody chose, those that the prompt uses, and
  /// keys.
  public static Set<String> of(TableInfo table, RequestSpec spec, Optional<Set<String>> chosen) {
    Set<String> passed = new LinkedHashSet<>();
    Set<String> used = used(table.schema(), spec);
    for (Field field : table.schema().fields()) {
      String name = field.name();
      boolean proposed =
          used.contains(name) || (isKey(field) && !table.storage().tagged().contains(name));
      if (chosen.map(names -> names.contains(name)).orElse(proposed)) {
        passed.add(name);
      }
    }
    return passed;
  }

  private static Set<String> used(TableSchema schema, RequestSpec spec) {
    List<String> named = new ArrayList<>(spec.template().columns());
    named.addAll(FilePart.columns(spec.files()));
    Set<String> used = new LinkedHashSet<>();
    for (String name : named) {
      ColumnPath.find(schema, name).ifPresent(path -> used.add(path.fields().getFirst().name()));
    }
    return used;
  }

  /// By what people call the columns that say which row it is.
  private static boolean isKey(Field field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    return !field.isRepeated()
        && (KEYS.contains(name) || KEYS.stream().anyMatch(key -> name.endsWith("_" + key)));
  }
}
