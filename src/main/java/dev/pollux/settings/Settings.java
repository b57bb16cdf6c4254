package dev.pollux.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.TableRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What a person chose, or would miss after a restart. The members of the parts stand side by side
/// in the file; see [SettingsJson].
public record Settings(
    @JsonUnwrapped Appearance appearance,
    @JsonUnwrapped WindowLayout layout,
    @JsonUnwrapped ConnectionChoice cloud,
    @JsonUnwrapped TableLists tables,
    Spending spending) {
  /// What holds before anybody chose.
  public static final Settings DEFAULT =
      new Settings(
          new Appearance(
              Appearance.Theme.SYSTEM,
              Appearance.Language.SYSTEM,
              OptionalInt.empty(),
              Appearance.Motion.SYSTEM,
              Appearance.Contrast.SYSTEM),
          new WindowLayout(Optional.empty(), Map.of(), Map.of(), Map.of()),
          new ConnectionChoice(
              ConnectionChoice.Where.SANDBOX, Optional.empty(), Location.US_CENTRAL1, List.of()),
          new TableLists(Optional.empty(), List.of(), List.of()),
          new Spending(10, OptionalDouble.empty(), 1));

  public Settings with(Appearance.Theme theme) {
    return with(appearance.with(theme));
  }

  public Settings with(Appearance.Language language) {
    return with(appearance.with(language));
  }

  /// @param zoom in per cent; empty as the system has it
  public Settings withZoom(OptionalInt zoom) {
    return with(appearance.withZoom(zoom));
  }

  public Settings with(Appearance.Motion motion) {
    return with(appearance.with(motion));
  }

  public Settings with(Appearance.Contrast contrast) {
    return with(appearance.with(contrast));
  }

  private Settings with(Appearance value) {
    return new Settings(value, layout, cloud, tables, spending);
  }

  public Settings with(WindowBounds window) {
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
    return with(new WindowLayout(layout.window(), Map.of(), Map.of(), Map.of()));
  }

  private Settings with(WindowLayout value) {
    return new Settings(appearance, value, cloud, tables, spending);
  }

  public Settings onSandbox() {
    return with(cloud.on(ConnectionChoice.Where.SANDBOX));
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

  private Settings with(ConnectionChoice value) {
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
