package dev.pollux.app.connecting;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;

/// The cloud, as soon as it is connected.
@FunctionalInterface
interface There {
  /// Waits for it.
  ///
  /// @throws CloudException why there is none, or when the thread was interrupted
  Cloud get() throws CloudException;
}
