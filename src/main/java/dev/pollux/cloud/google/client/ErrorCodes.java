package dev.pollux.cloud.google.client;

import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.bigquery.BigQueryError;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.CloudException.Delivery;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Google's codes and reasons become one family of failures here, and nowhere else.
///
/// https://docs.cloud.google.com/bigquery/docs/error-messages,
/// https://grpc.io/docs/guides/status-codes/
public final class ErrorCodes {
  private static final Set<String> QUOTA =
      Set.of(
          "rateLimitExceeded",
          "quotaExceeded",
          "userRateLimitExceeded",
          "jobRateLimitExceeded",
          "RATE_LIMIT_EXCEEDED");

  /// Google's front end answers so where it serves another service, or none, at the address: the
  /// call came to nobody who could do anything with it.
  private static final String NO_SUCH_HOST = "Received http2 header with status: 404";

  private ErrorCodes() {}

  /// @param code the HTTP status, 0 when there was no answer
  static CloudException http(int code, String reason, String message, @Nullable Throwable cause) {
    if (QUOTA.contains(reason)) {
      return new CloudException.QuotaExceeded(message, reason, cause);
    }
    return switch (code) {
      case 401 -> new CloudException.NotSignedIn(message, reason, cause);
      case 403 -> new CloudException.NotAllowed(message, reason, cause);
      case 404 -> new CloudException.NotFound(message, reason, cause);
      // 501: the sandbox says so what it does not do; waiting would not help.
      case 400, 409, 412, 413, 501 -> new CloudException.Invalid(message, reason, cause);
      case 429 -> new CloudException.QuotaExceeded(message, reason, cause);
      // A network that wants a sign-in first sends its readers there; afterwards it lets them
      // through.
      case 0, 301, 302, 303, 307, 308, 408 ->
          new CloudException.Unavailable(message, reason, cause);
      default ->
          code >= 500
              ? new CloudException.Unavailable(message, reason, cause)
              : new CloudException.Broken(message, reason, cause);
    };
  }

  /// INTERNAL and UNKNOWN are what streams end with that were cut on the way, and what Google says
  /// of a hiccup: asking again helps.
  public static CloudException grpc(
      StatusCode.Code code,
      String reason,
      String message,
      @Nullable Throwable cause,
      Delivery delivery) {
    if (QUOTA.contains(reason)) {
      return new CloudException.QuotaExceeded(message, reason, cause, delivery);
    }
    if (code == StatusCode.Code.UNIMPLEMENTED && message.contains(NO_SUCH_HOST)) {
      return new CloudException.NotFound(message, reason, cause, Delivery.NOT_SENT);
    }
    return switch (code) {
      case UNAUTHENTICATED -> new CloudException.NotSignedIn(message, reason, cause, delivery);
      case PERMISSION_DENIED -> new CloudException.NotAllowed(message, reason, cause, delivery);
      case NOT_FOUND -> new CloudException.NotFound(message, reason, cause, delivery);
      case INVALID_ARGUMENT, FAILED_PRECONDITION, ALREADY_EXISTS, OUT_OF_RANGE ->
          new CloudException.Invalid(message, reason, cause, delivery);
      case RESOURCE_EXHAUSTED -> new CloudException.QuotaExceeded(message, reason, cause, delivery);
      case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, ABORTED, INTERNAL, UNKNOWN ->
          new CloudException.Unavailable(message, reason, cause, delivery);
      case OK, DATA_LOSS, UNIMPLEMENTED ->
          new CloudException.Broken(message, reason, cause, delivery);
    };
  }

  /// Why a query job ended badly. Its errors have reasons and no codes.
  public static CloudException query(BigQueryError error) {
    String reason = orEmpty(error.getReason());
    String message = orEmpty(error.getMessage());
    int code =
        switch (reason) {
          case "accessDenied" -> 403;
          case "notFound" -> 404;
          case "backendError",
              "internalError",
              "jobBackendError",
              "jobInternalError",
              "tableUnavailable" ->
              503;
          default -> 400;
        };
    return http(code, reason, message, null);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
