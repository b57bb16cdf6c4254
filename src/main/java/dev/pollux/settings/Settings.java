package dev.pollux.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pollux.domain.Location;
import dev.pollux.domain.TableRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.EnumNaming;

/// What a person chose, or would miss after a restart. The members of the parts stand side by side
/// in the file; see [SettingsJson].
public record Settings(
    @JsonUnwrapped Appearance appearance,
    @JsonUnwrapped Layout layout,
    @JsonUnwrapped CloudChoice cloud,
    @JsonUnwrapped TableLists tables,
    Spending spending) {
  private static final int RECENT = 5;

  /// How the window looks, and in which language it speaks.
  public record Appearance(Theme theme, Language language) {}

  /// Light, dark, or as the system has it.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /// The language of the window, or the system's.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Language {
    SYSTEM,
    EN,
    FR
  }

  /// Where things are in the window. `splits` are divider positions (0 to 1) by the id of their
  /// pane; `columns` are widths in pixels by the ids of their grid and column.
  public record Layout(
      Optional<Window> window, Map<String, Double> splits, Map<String, Double> columns) {
    public Layout {
      splits = within(splits, 0, 1);
      columns = within(columns, 1, 10_000);
    }

    /// Others come from a damaged file; no divider and no column can take them.
    private static Map<String, Double> within(Map<String, Double> all, double from, double to) {
      Map<String, Double> kept = new TreeMap<>(all);
      kept.values().removeIf(value -> !(value >= from && value <= to));
      return Map.copyOf(kept);
    }

    Layout with(Window value) {
      return new Layout(Optional.of(value), splits, columns);
    }

    Layout withSplit(String pane, double position) {
      return new Layout(window, put(splits, pane, position), columns);
    }

    Layout withColumn(String column, double width) {
      return new Layout(window, splits, put(columns, column, width));
    }

    private static Map<String, Double> put(Map<String, Double> all, String key, double value) {
      Map<String, Double> changed = new TreeMap<>(all);
      changed.put(key, value);
      return changed;
    }
  }

  /// Where the window was, in screen pixels; when maximized, where it goes back to.
  public record Window(double x, double y, double width, double height, boolean maximized) {
    public Window {
      if (!(width > 0 && height > 0 && Double.isFinite(x + y + width + height))) {
        throw new IllegalArgumentException("not a window: " + width + " x " + height);
      }
    }
  }

  /// Which cloud was connected last, and how Google was reached last.
  public record CloudChoice(
      Where connection, Optional<String> googleProject, Location googleLocation) {}

  /// A cloud.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Where {
    SANDBOX,
    GOOGLE
  }

  /// `recent` are the last five tables, the last one first.
  public record TableLists(
      Optional<TableRef> lastTable, List<TableRef> pinned, List<TableRef> recent) {
    public TableLists {
      pinned = List.copyOf(pinned);
      recent = List.copyOf(recent);
    }

    TableLists opened(TableRef table) {
      return new TableLists(
          Optional.of(table),
          pinned,
          Stream.concat(Stream.of(table), recent.stream().filter(t -> !t.equals(table)))
              .limit(RECENT)
              .toList());
    }

    TableLists pin(TableRef table, boolean on) {
      Stream<TableRef> others = pinned.stream().filter(t -> !t.equals(table));
      return new TableLists(
          lastTable, (on ? Stream.concat(others, Stream.of(table)) : others).toList(), recent);
    }
  }

  /// What a job may cost, in USD: beyond `askAbove` the person is asked, beyond `cap` it is not
  /// sent.
  public record Spending(double askAbove, OptionalDouble cap) {
    public Spending {
      if (!(askAbove >= 0 && cap.orElse(0) >= 0)) {
        throw new IllegalArgumentException("not an amount: " + askAbove + ", " + cap);
      }
    }
  }

  /// What holds before anybody chose.
  public static final Settings DEFAULT =
      new Settings(
          new Appearance(Theme.SYSTEM, Language.SYSTEM),
          new Layout(Optional.empty(), Map.of(), Map.of()),
          new CloudChoice(Where.SANDBOX, Optional.empty(), Location.US_CENTRAL1),
          new TableLists(Optional.empty(), List.of(), List.of()),
          new Spending(10, OptionalDouble.empty()));

  public Settings with(Theme theme) {
    return new Settings(
        new Appearance(theme, appearance.language()), layout, cloud, tables, spending);
  }

  public Settings with(Language language) {
    return new Settings(
        new Appearance(appearance.theme(), language), layout, cloud, tables, spending);
  }

  public Settings with(Window window) {
    return with(layout.with(window));
  }

  public Settings withSplit(String pane, double position) {
    return with(layout.withSplit(pane, position));
  }

  public Settings withColumn(String column, double width) {
    return with(layout.withColumn(column, width));
  }

  private Settings with(Layout value) {
    return new Settings(appearance, value, cloud, tables, spending);
  }

  public Settings onSandbox() {
    return with(new CloudChoice(Where.SANDBOX, cloud.googleProject(), cloud.googleLocation()));
  }

  public Settings onGoogle(String project, Location location) {
    return with(new CloudChoice(Where.GOOGLE, Optional.of(project), location));
  }

  private Settings with(CloudChoice value) {
    return new Settings(appearance, layout, value, tables, spending);
  }

  /// The table is the last one that was open.
  public Settings opened(TableRef table) {
    return new Settings(appearance, layout, cloud, tables.opened(table), spending);
  }

  public Settings pin(TableRef table, boolean on) {
    return new Settings(appearance, layout, cloud, tables.pin(table, on), spending);
  }

  public Settings with(Spending value) {
    return new Settings(appearance, layout, cloud, tables, value);
  }
}
