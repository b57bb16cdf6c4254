package dev.pollux.ui.catalog;

import dev.pollux.domain.table.TableRef;
import java.util.List;

/// The tables that a person pinned, and those that were open last. Kept by whoever made the screen.
public interface PinnedTables {
  /// In the order in which they were pinned.
  List<TableRef> pinned();

  /// The last one first.
  List<TableRef> recent();

  /// A table was opened: it is the first of the recent ones.
  void opened(TableRef table);

  /// Pins a table, or takes the pin out.
  void pin(TableRef table, boolean on);
}
