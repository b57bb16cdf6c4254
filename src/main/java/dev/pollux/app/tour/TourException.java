package dev.pollux.app.tour;

import org.jspecify.annotations.Nullable;

/// A step of the tour could not be done; the message says which node was looked for.
final class TourException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TourException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
