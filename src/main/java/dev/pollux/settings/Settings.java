package dev.pollux.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.TableRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.IntStream;
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

  /// Of columns and dividers, those that were moved last: tables come and go, and their columns.
  static final int MOST_KEPT = 300;

  /// How the window looks, and in which language it speaks.
  ///
  /// @param zoom how large all of it is, in per cent of a pixel of the screen; empty as the system
  ///   has it
  public record Appearance(
      Theme theme, Language language, OptionalInt zoom, Motion motion, Contrast contrast) {
    public Appearance {
      zoom =
          zoom.isPresent() && zoom.getAsInt() >= LEAST_ZOOM && zoom.getAsInt() <= MOST_ZOOM
              ? zoom
              : OptionalInt.empty();
    }

    Appearance with(Theme value) {
      return new Appearance(value, language, zoom, motion, contrast);
    }

    Appearance with(Language value) {
      return new Appearance(theme, value, zoom, motion, contrast);
    }

    Appearance withZoom(OptionalInt value) {
      return new Appearance(theme, language, value, motion, contrast);
    }

    Appearance with(Motion value) {
      return new Appearance(theme, language, zoom, value, contrast);
    }

    Appearance with(Contrast value) {
      return new Appearance(theme, language, zoom, motion, value);
    }
  }

  /// The least and the most that everything can be made smaller or larger, in per cent.
  public static final int LEAST_ZOOM = 80;

  public static final int MOST_ZOOM = 200;

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

  /// Whether what moves by itself does so, or as the system has it.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Motion {
    SYSTEM,
    STILL,
    MOVING
  }

  /// How much words and lines stand out, or as the system has it.
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum Contrast {
    SYSTEM,
    USUAL,
    HIGH
  }

  /// Where things are in the window. `splits` are divider positions (0 to 1) by the id of their
  /// pane; `columns` are widths in pixels by the ids of their grid and column; `columnsShown` says
  /// which columns a person showed or hid, by grid, set of columns, and column.
  public record Layout(
      Optional<Window> window,
      Map<String, Double> splits,
      Map<String, Double> columns,
      Map<String, Boolean> columnsShown) {
    public Layout {
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

    Layout with(Window value) {
      return new Layout(Optional.of(value), splits, columns, columnsShown);
    }

    Layout withSplit(String pane, double position) {
      return new Layout(window, put(splits, pane, position), columns, columnsShown);
    }

    Layout withColumn(String column, double width) {
      return new Layout(window, splits, put(columns, column, width), columnsShown);
    }

    Layout withColumnShown(String column, boolean shown) {
      return new Layout(window, splits, columns, put(columnsShown, column, shown));
    }

    private static <V> Map<String, V> put(Map<String, V> all, String key, V value) {
      SequencedMap<String, V> changed = new LinkedHashMap<>(all);
      changed.putLast(key, value);
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

  /// Which cloud was connected last, how Google was reached last, and the connections that are
  /// kept, the one used last first. A file of the version before kept one, without a name.
  public record CloudChoice(
      Where connection,
      Optional<String> googleProject,
      Location googleLocation,
      List<KeptConnection> connections) {
    public CloudChoice {
      connections =
          connections.isEmpty() && googleProject.isPresent()
              ? List.of(
                  KeptConnection.of(new Connection.Google(googleProject.get(), googleLocation)))
              : List.copyOf(connections);
    }

    /// The connection to Google that was chosen last, if Google was.
    public Optional<Connection.Google> google() {
      return connection == Where.GOOGLE
          ? connections.stream().findFirst().map(KeptConnection::leadsTo)
          : Optional.empty();
    }

    CloudChoice on(Where where) {
      return new CloudChoice(where, googleProject, googleLocation, connections);
    }

    /// The one in front is the one that was used last.
    CloudChoice with(List<KeptConnection> all) {
      Optional<KeptConnection> first = all.stream().findFirst();
      return new CloudChoice(
          first.isEmpty() ? Where.SANDBOX : connection,
          first.map(KeptConnection::project),
          first.map(KeptConnection::location).orElse(googleLocation),
          all);
    }

    CloudChoice used(Connection.Google chosen) {
      KeptConnection one =
          connections.stream()
              .filter(kept -> kept.leadsTo().equals(chosen))
              .findFirst()
              .orElseGet(() -> KeptConnection.of(chosen));
      return with(Stream.concat(
                  Stream.of(one), connections.stream().filter(k -> !k.name().equals(one.name())))
              .toList())
          .on(Where.GOOGLE);
    }

    /// One that is changed keeps its place; another one comes first.
    CloudChoice keep(Optional<String> before, KeptConnection now) {
      List<KeptConnection> all = new ArrayList<>(connections);
      int at =
          IntStream.range(0, all.size())
              .filter(i -> before.equals(Optional.of(all.get(i).name())))
              .findFirst()
              .orElse(-1);
      if (at < 0) {
        all.add(connection == Where.GOOGLE && !all.isEmpty() ? 1 : 0, now);
      } else {
        all.set(at, now);
      }
      return with(all);
    }
  }

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
  /// sent. A query that reads more than `queryGigabytes` is not run unasked.
  public record Spending(double askAbove, OptionalDouble cap, double queryGigabytes) {
    public Spending {
      if (!(askAbove >= 0 && cap.orElse(0) >= 0 && queryGigabytes >= 0)) {
        throw new IllegalArgumentException("not an amount: " + askAbove + ", " + cap);
      }
    }

    public Spending withCap(OptionalDouble other) {
      return new Spending(askAbove, other, queryGigabytes);
    }
  }

  /// What holds before anybody chose.
  public static final Settings DEFAULT =
      new Settings(
          new Appearance(
              Theme.SYSTEM, Language.SYSTEM, OptionalInt.empty(), Motion.SYSTEM, Contrast.SYSTEM),
          new Layout(Optional.empty(), Map.of(), Map.of(), Map.of()),
          new CloudChoice(Where.SANDBOX, Optional.empty(), Location.US_CENTRAL1, List.of()),
          new TableLists(Optional.empty(), List.of(), List.of()),
          new Spending(10, OptionalDouble.empty(), 1));

  public Settings with(Theme theme) {
    return with(appearance.with(theme));
  }

  public Settings with(Language language) {
    return with(appearance.with(language));
  }

  /// @param zoom in per cent; empty as the system has it
  public Settings withZoom(OptionalInt zoom) {
    return with(appearance.withZoom(zoom));
  }

  public Settings with(Motion motion) {
    return with(appearance.with(motion));
  }

  public Settings with(Contrast contrast) {
    return with(appearance.with(contrast));
  }

  private Settings with(Appearance value) {
    return new Settings(value, layout, cloud, tables, spending);
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

  public Settings withColumnShown(String column, boolean shown) {
    return with(layout.withColumnShown(column, shown));
  }

  /// As at a first start; the window stays where it is.
  public Settings withoutArrangement() {
    return with(new Layout(layout.window(), Map.of(), Map.of(), Map.of()));
  }

  private Settings with(Layout value) {
    return new Settings(appearance, value, cloud, tables, spending);
  }

  public Settings onSandbox() {
    return with(cloud.on(Where.SANDBOX));
  }

  /// Google was chosen last, by this connection; it is kept, if it was not.
  public Settings onGoogle(Connection.Google connection) {
    return with(cloud.used(connection));
  }

  /// @param before the name of the connection that is changed; empty for another one
  public Settings keep(Optional<String> before, KeptConnection connection) {
    return with(cloud.keep(before, connection));
  }

  /// Without the connection of that name.
  public Settings forget(String name) {
    return with(
        cloud.with(cloud.connections().stream().filter(k -> !k.name().equals(name)).toList()));
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
