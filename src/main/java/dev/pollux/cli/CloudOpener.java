package dev.pollux.cli;

import dev.pollux.cloud.Cloud;

/// Opens the cloud that a command asks. The commands know no adapter; who starts them does.
public interface CloudOpener {
  /// Opens it, hands it to the work, and closes it with all that was started for it.
  ///
  /// @return what the work returns
  /// @throws Exception what the work throws; a [dev.pollux.cloud.CloudException] when the cloud
  ///   cannot be opened; an `IOException` whose message is for people when the sandbox does not
  ///   start
  int with(CloudChoice choice, Work work) throws Exception;

  /// What a command does with an open cloud.
  @FunctionalInterface
  interface Work {
    int on(Cloud cloud) throws Exception;
  }
}
