package dev.pollux.app;

import dev.pollux.domain.Connection;
import dev.pollux.domain.TableRef;
import java.util.Optional;

/// What the screens ask to be remembered across a restart.
interface Memory {
  void rememberTable(TableRef table);

  /// The last table of the same project.
  Optional<TableRef> lastTable(Connection connection);

  void keepDraft(String json);

  Optional<String> draft();
}
