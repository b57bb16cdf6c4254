package dev.pollux.cloud;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one family of failures of every port. The message is the service's own, in its language,
/// with no secret in it; the type says what a person can do about it. [#reason()] is the service's
/// short reason or status (`notFound`, `INVALID_ARGUMENT`), empty where there is none.
public abstract sealed class CloudException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String reason;
  private final Delivery delivery;

  private CloudException(
      String message, String reason, @Nullable Throwable cause, Delivery delivery) {
    super(Redaction.of(message), cause);
    this.reason = reason;
    this.delivery = delivery;
  }

  /// How far a call got that failed.
  public enum Delivery {
    /// Nothing of it left this machine.
    NOT_SENT,
    /// Nobody knows whether it arrived, or was done: the failure was made up on the way.
    UNCERTAIN,
    /// The failure is the service's own word about this call.
    ANSWERED
  }

  public String reason() {
    return reason;
  }

  /// How far the call got. Known of calls over gRPC; [Delivery#UNCERTAIN] of all others.
  public Delivery delivery() {
    return delivery;
  }

  /// Whether a call that was to change something has certainly changed nothing: it was not sent, or
  /// the service itself turned it down. A service that says that it is not available, or broke, may
  /// have done its work before.
  public boolean leftNothing() {
    return switch (delivery) {
      case NOT_SENT -> true;
      case UNCERTAIN -> false;
      case ANSWERED ->
          switch (this) {
            case NotSignedIn _, NotAllowed _, NotFound _, Invalid _, QuotaExceeded _ -> true;
            case Unavailable _, Broken _ -> false;
          };
    };
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
    private final transient @Nullable SignIn by;

    /// @param by the credentials that do not hold
    public NotSignedIn(String message, String reason, @Nullable Throwable cause, SignIn by) {
      super(message, reason, cause, Delivery.NOT_SENT);
      this.by = by;
    }

    /// Whose credentials do not hold; empty where the service refused them, and not their issuer.
    public Optional<SignIn> by() {
      return Optional.ofNullable(by);
    }

    public NotSignedIn(String message, String reason, @Nullable Throwable cause) {
      this(message, reason, cause, Delivery.UNCERTAIN);
    }

    public NotSignedIn(
        String message, String reason, @Nullable Throwable cause, Delivery delivery) {
      super(message, reason, cause, delivery);
      this.by = null;
    }
  }

  /// Signed in, but not permitted.
  public static final class NotAllowed extends CloudException {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String message, String reason, @Nullable Throwable cause) {
      this(message, reason, cause, Delivery.UNCERTAIN);
    }

    public NotAllowed(String message, String reason, @Nullable Throwable cause, Delivery delivery) {
      super(message, reason, cause, delivery);
    }
  }

  public static final class NotFound extends CloudException {
    private static final long serialVersionUID = 1L;

    public NotFound(String message, String reason, @Nullable Throwable cause) {
      this(message, reason, cause, Delivery.UNCERTAIN);
    }

    public NotFound(String message, String reason, @Nullable Throwable cause, Delivery delivery) {
      super(message, reason, cause, delivery);
    }
  }

  /// The service understood and refuses; also what exists already and preconditions that do not
  /// hold.
  public static final class Invalid extends CloudException {
    private static final long serialVersionUID = 1L;

    public Invalid(String message, String reason, @Nullable Throwable cause) {
      this(message, reason, cause, Delivery.UNCERTAIN);
    }

    public Invalid(String message, String reason, @Nullable Throwable cause, Delivery delivery) {
      super(message, reason, cause, delivery);
    }
  }

  public static final class QuotaExceeded extends CloudException {
    private static final long serialVersionUID = 1L;

    public QuotaExceeded(String message, String reason, @Nullable Throwable cause) {
      this(message, reason, cause, Delivery.UNCERTAIN);
    }

    public QuotaExceeded(
        String message, String reason, @Nullable Throwable cause, Delivery delivery) {
      super(message, reason, cause, delivery);
    }
  }

  /// Not reached, or not answered in time. For a create this says nothing of whether it was done.
  public static final class Unavailable extends CloudException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, String reason, @Nullable Throwable cause) {
      this(message, reason, cause, Delivery.UNCERTAIN);
    }

    public Unavailable(
        String message, String reason, @Nullable Throwable cause, Delivery delivery) {
      super(message, reason, cause, delivery);
    }
  }

  /// An answer that makes no sense, or an error inside the service.
  public static final class Broken extends CloudException {
    private static final long serialVersionUID = 1L;

    public Broken(String message, String reason, @Nullable Throwable cause) {
      this(message, reason, cause, Delivery.UNCERTAIN);
    }

    public Broken(String message, String reason, @Nullable Throwable cause, Delivery delivery) {
      super(message, reason, cause, delivery);
    }
  }
}
