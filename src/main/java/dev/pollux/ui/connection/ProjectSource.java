package dev.pollux.ui.connection;

import dev.pollux.domain.connection.Connection;
import java.util.List;

/// Projects to choose from. Both block.
public interface ProjectSource {
  /// Those that this computer names, the likeliest first.
  List<String> proposed();

  /// Those that the caller may see.
  ///
  /// @throws Exception when they cannot be asked for
  List<String> visible(Connection.Google as) throws Exception;
}
