package dev.pollux.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Where things are in the window. `splits` are divider positions (0 to 1) by the id of their pane;
/// `columns` are widths in pixels by the ids of their grid and column; `columnsShown` says which
/// columns a person showed or hid, by grid, set of columns, and column.
public record WindowLayout(
    Optional<WindowBounds> window,
    Map<String, Double> splits,
    Map<String, Double> columns,
    Map<String, Boolean> columnsShown) {
  /// Of columns and dividers, those that were moved last: tables come and go, and their columns.
  static final int MOST_KEPT = 300;

  public WindowLayout {
    splits = within(splits, 0, 1);
    columns = within(columns, 1, 10_000);
    columnsShown = last(new LinkedHashMap<>(columnsShown));
  }

  /// Others come from a damaged file; no divider and no column can take them.
  private static Map<String, Double> within(Map<String, Double> all, double from, double to) {
    SequencedMap<String, Double> kept = new LinkedHashMap<>(all);
    kept.values().removeIf(value -> !(value >= from && value <= to));
    return last(kept);
  }

  private static <V> Map<String, V> last(SequencedMap<String, V> all) {
    while (all.size() > MOST_KEPT) {
      all.pollFirstEntry();
    }
    return Collections.unmodifiableMap(all);
  }

  /// Whether a person moved or hid anything inside of the window.
  public boolean isArranged() {
    return !(splits.isEmpty() && columns.isEmpty() && columnsShown.isEmpty());
  }

  WindowLayout with(WindowBounds value) {
    return new WindowLayout(Optional.of(value), splits, columns, columnsShown);
  }

  WindowLayout withSplit(String pane, double position) {
    return new WindowLayout(window, put(splits, pane, position), columns, columnsShown);
  }

  WindowLayout withColumn(String column, double width) {
    return new WindowLayout(window, splits, put(columns, column, width), columnsShown);
  }

  WindowLayout withColumnShown(String column, boolean shown) {
    return new WindowLayout(window, splits, columns, put(columnsShown, column, shown));
  }

  private static <V> Map<String, V> put(Map<String, V> all, String key, V value) {
    SequencedMap<String, V> changed = new LinkedHashMap<>(all);
    changed.putLast(key, value);
    return changed;
  }
}
