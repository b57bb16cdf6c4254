package dev.pollux.app.settings;

import dev.pollux.domain.table.TableRef;
import dev.pollux.ui.catalog.PinnedTables;
import java.util.List;

/// Pinned and recent tables.
public final class SavedTables implements PinnedTables {
  private final UserSettings settings;

  public SavedTables(UserSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<TableRef> pinned() {
    return settings.settings().tables().pinned();
  }

  @Override
  public List<TableRef> recent() {
    return settings.settings().tables().recent();
  }

  @Override
  public void opened(TableRef table) {
    settings.update(s -> s.opened(table));
  }

  @Override
  public void pin(TableRef table, boolean on) {
    settings.update(s -> s.pin(table, on));
  }
}
