package dev.pollux.testing;

import dev.pollux.domain.table.TableRef;
import dev.pollux.ui.catalog.PinnedTables;
import java.util.ArrayList;
import java.util.List;

/// Pinned and recent tables in memory.
public final class FakeTables implements PinnedTables {
  public final List<TableRef> pinned = new ArrayList<>();
  public final List<TableRef> recent = new ArrayList<>();

  @Override
  public List<TableRef> pinned() {
    return List.copyOf(pinned);
  }

  @Override
  public List<TableRef> recent() {
    return List.copyOf(recent);
  }

  @Override
  public void opened(TableRef table) {
    recent.remove(table);
    recent.addFirst(table);
  }

  @Override
  public void pin(TableRef table, boolean on) {
    pinned.remove(table);
    if (on) {
      pinned.add(table);
    }
  }
}
