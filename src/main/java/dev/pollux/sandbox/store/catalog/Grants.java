package dev.pollux.sandbox.store.catalog;

import dev.pollux.sandbox.store.engine.StoreFailure;
import java.util.Locale;

/// Refusals of what the caller was not granted, in the service's words.
final class Grants {
  private Grants() {}

  /// @param closed whether the caller was granted nothing there
  /// @param what kind and name, `Dataset p:d`
  static void need(boolean closed, String what, String permission) {
    if (closed) {
      throw new StoreFailure(
          StoreFailure.Kind.ACCESS_DENIED,
          "Access Denied: %s: Permission %s denied on %s (or it may not exist)."
              .formatted(
                  what,
                  permission,
                  what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1)));
    }
  }
}
