package dev.pollux.ui.jobs;

import java.util.Optional;

/// The connections that a person keeps beside the one whose jobs are followed.
public interface OtherConnections {
  /// What the connection to a project is called; empty where none is kept.
  Optional<String> name(String project);

  /// Leaves this connection for that one; its jobs are followed from then on.
  void open(String project);
}
