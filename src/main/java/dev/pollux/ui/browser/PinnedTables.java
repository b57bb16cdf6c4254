package dev.pollux.ui.browser;

import dev.pollux.domain.TableRef;
import java.util.List;

/// The tables that a person pinned, and those that were open last. Kept by whoever made the screen.
public interface PinnedTables {
  List<TableRef> pinned();

  /// The last one first.
  List<TableRef> recent();

  void opened(TableRef table);

  void pin(TableRef table, boolean on);
}
