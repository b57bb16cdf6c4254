package dev.pollux.cloud;

import org.jspecify.annotations.Nullable;

/// The one family of failures of every port. The message is the service's own, in its language; the
/// type says what a person can do about it. [#reason()] is the service's short reason or status
/// (`notFound`, `INVALID_ARGUMENT`), empty where there is none.
public abstract sealed class CloudException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String reason;

  private CloudException(String message, String reason, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }

  /// The key of its words, below `feedback.cloud.`.
  public String kind() {
    return switch (this) {
      case NotSignedIn _ -> "not-signed-in";
      case NotAllowed _ -> "not-allowed";
      case NotFound _ -> "not-found";
      case Invalid _ -> "invalid";
      case QuotaExceeded _ -> "quota";
      case Unavailable _ -> "unavailable";
      case Broken _ -> "broken";
    };
  }

  /// Whether waiting and asking again may help.
  public boolean healable() {
    return switch (this) {
      case QuotaExceeded _, Unavailable _ -> true;
      case NotSignedIn _, NotAllowed _, NotFound _, Invalid _, Broken _ -> false;
    };
  }

  /// No credentials, or they have expired.
  public static final class NotSignedIn extends CloudException {
    private static final long serialVersionUID = 1L;

    public NotSignedIn(String message, String reason, @Nullable Throwable cause) {
      super(message, reason, cause);
    }
  }

  /// Signed in, but not permitted.
  public static final class NotAllowed extends CloudException {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String message, String reason, @Nullable Throwable cause) {
      super(message, reason, cause);
    }
  }

  public static final class NotFound extends CloudException {
    private static final long serialVersionUID = 1L;

    public NotFound(String message, String reason, @Nullable Throwable cause) {
      super(message, reason, cause);
    }
  }

  /// The service understood and refuses; also what exists already and preconditions that do not
  /// hold.
  public static final class Invalid extends CloudException {
    private static final long serialVersionUID = 1L;

    public Invalid(String message, String reason, @Nullable Throwable cause) {
      super(message, reason, cause);
    }
  }

  public static final class QuotaExceeded extends CloudException {
    private static final long serialVersionUID = 1L;

    public QuotaExceeded(String message, String reason, @Nullable Throwable cause) {
      super(message, reason, cause);
    }
  }

  /// Not reached, or not answered in time. For a create this says nothing of whether it was done.
  public static final class Unavailable extends CloudException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, String reason, @Nullable Throwable cause) {
      super(message, reason, cause);
    }
  }

  /// An answer that makes no sense, or an error inside the service.
  public static final class Broken extends CloudException {
    private static final long serialVersionUID = 1L;

    public Broken(String message, String reason, @Nullable Throwable cause) {
      super(message, reason, cause);
    }
  }
}
