package dev.pollux.cloud.google;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.auth.Retryable;
import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.BigQueryException;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.CloudException.Delivery;
import io.grpc.Status;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Google's codes and reasons become one family of failures here, and nowhere else.
///
/// https://docs.cloud.google.com/bigquery/docs/error-messages,
/// https://grpc.io/docs/guides/status-codes/
final class GoogleErrors {
  private static final Set<String> QUOTA =
      Set.of("rateLimitExceeded", "quotaExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED");
  private static final String SIGN_IN = "gcloud auth application-default login";
  private static final JsonMapper JSON = new JsonMapper();

  private GoogleErrors() {}

  /// Whatever one of Google's clients threw.
  static CloudException of(Exception e) {
    if (isAboutCredentials(e)) {
      return notSignedIn(e);
    }
    return switch (e) {
      case CloudException known -> known;
      case BigQueryException bigQuery -> bigQuery(bigQuery);
      case ApiException api -> api(api);
      case HttpResponseException http -> response(http);
      case IOException io -> new CloudException.Unavailable(text(io), "", io);
      default -> new CloudException.Broken(text(e), "", e);
    };
  }

  static CloudException notSignedIn(Exception e) {
    return new CloudException.NotSignedIn(text(e) + "\n" + SIGN_IN, "", e);
  }

  /// What a call says whose thread was interrupted; the thread stays interrupted.
  static CloudException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CloudException.Unavailable("stopped", "", e);
  }

  /// A refresh of credentials that no repetition can heal: expired, revoked, asked to sign in
  /// again.
  private static boolean isAboutCredentials(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && cause instanceof Retryable retryable) {
        return !retryable.isRetryable();
      }
    }
    return false;
  }

  private static CloudException bigQuery(BigQueryException e) {
    String reason = e.getReason();
    return http(e.getCode(), reason == null ? "" : reason, text(e), e);
  }

  private static CloudException response(HttpResponseException e) {
    String reason = "";
    String message = text(e);
    if (e instanceof GoogleJsonResponseException json && json.getDetails() != null) {
      var errors = json.getDetails().getErrors();
      reason = errors == null || errors.isEmpty() ? "" : orEmpty(errors.getFirst().getReason());
      message = json.getDetails().getMessage();
    } else if (e.getContent() != null) {
      JsonNode error = parse(e.getContent()).path("error");
      reason = error.path("status").asString("");
      message = error.path("message").asString(message);
    }
    return http(e.getStatusCode(), reason, orEmpty(message), e);
  }

  private static JsonNode parse(String content) {
    try {
      return JSON.readTree(content);
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

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
      case 0, 408 -> new CloudException.Unavailable(message, reason, cause);
      default ->
          code >= 500
              ? new CloudException.Unavailable(message, reason, cause)
              : new CloudException.Broken(message, reason, cause);
    };
  }

  private static CloudException api(ApiException e) {
    String description = Status.fromThrowable(e).getDescription();
    StatusCode.Code code = e.getStatusCode().getCode();
    String reason = e.getReason() == null ? code.name() : e.getReason();
    return grpc(
        code, reason, description == null ? text(e) : description, e, DeliveryInterceptor.of(e));
  }

  /// INTERNAL and UNKNOWN are what streams end with that were cut on the way, and what Google says
  /// of a hiccup: asking again helps.
  static CloudException grpc(
      StatusCode.Code code,
      String reason,
      String message,
      @Nullable Throwable cause,
      Delivery delivery) {
    if (QUOTA.contains(reason)) {
      return new CloudException.QuotaExceeded(message, reason, cause, delivery);
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
  static CloudException query(BigQueryError error) {
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

  private static String text(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
