package dev.pollux.app.settings;

import dev.pollux.settings.WindowLayout;
import dev.pollux.ui.kit.LayoutMemory;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Dividers and columns where the person left them.
public final class SavedLayout implements LayoutMemory {
  private final UserSettings settings;

  public SavedLayout(UserSettings settings) {
    this.settings = settings;
  }

  @Override
  public OptionalDouble split(String pane) {
    return number(layout().splits().get(pane));
  }

  @Override
  public void keepSplit(String pane, double position) {
    settings.update(s -> s.withSplit(pane, position));
  }

  @Override
  public OptionalDouble columnWidth(String column) {
    return number(layout().columns().get(column));
  }

  @Override
  public void keepColumnWidth(String column, double width) {
    settings.update(s -> s.withColumn(column, width));
  }

  @Override
  public Optional<Boolean> columnShown(String column) {
    return Optional.ofNullable(layout().columnsShown().get(column));
  }

  @Override
  public void keepColumnShown(String column, boolean shown) {
    settings.update(s -> s.withColumnShown(column, shown));
  }

  private WindowLayout layout() {
    return settings.settings().layout();
  }

  private static OptionalDouble number(@Nullable Double kept) {
    return kept == null ? OptionalDouble.empty() : OptionalDouble.of(kept);
  }
}
