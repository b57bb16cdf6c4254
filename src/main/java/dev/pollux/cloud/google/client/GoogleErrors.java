package dev.pollux.cloud.google.client;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.BigQueryException;
import dev.pollux.cloud.CauseWords;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.CloudException.Delivery;
import dev.pollux.cloud.google.credentials.CredentialFailure;
import io.grpc.Status;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Google's codes and reasons become one family of failures here, and nowhere else.
///
/// https://docs.cloud.google.com/bigquery/docs/error-messages,
/// https://grpc.io/docs/guides/status-codes/
public final class GoogleErrors {
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

  /// As much of a page that came instead of JSON as says whose it is.
  private static final int MOST_OF_A_PAGE = 500;

  /// See [dev.pollux.cloud.Diagnosis.Problem#WRONG_ANSWER].
  private static final String WRONG = "wrongAnswer";

  private static final Logger LOG = LoggerFactory.getLogger(GoogleErrors.class);
  private static final JsonMapper JSON = new JsonMapper();

  private GoogleErrors() {}

  /// Whatever one of Google's clients threw.
  static CloudException of(Exception e) {
    return of(e, Duration.ZERO);
  }

  /// @param waited how long the call took until it failed; zero where that is not known
  static CloudException of(Exception e, Duration waited) {
    Optional<CredentialFailure> credentials = CredentialFailure.in(e);
    if (credentials.isPresent()) {
      return credentials(credentials.get());
    }
    if (!(e instanceof CloudException) && isLate(e)) {
      return new CloudException.Unavailable(late(e, waited), "", e);
    }
    return switch (e) {
      case CloudException known -> known;
      // Google's clients read an answer without a look at what it is.
      case BigQueryException bigQuery
          when bigQuery.getCode() == 0 && CauseWords.fault(bigQuery).isPresent() ->
          unreadable(bigQuery);
      case BigQueryException bigQuery -> bigQuery(bigQuery);
      case ApiException api -> api(api);
      case HttpResponseException http -> response(http);
      case IOException io -> CauseWords.fault(io).isPresent() ? unreadable(io) : unreached(io);
      case UncheckedIOException io -> unreached(Objects.requireNonNull(io.getCause()));
      case RuntimeException odd -> unreadable(odd);
      default -> new CloudException.Broken(CauseWords.of(e), "", e);
    };
  }

  /// Who looks into it finds in the log what Google's client stumbled over.
  private static CloudException unreadable(Exception e) {
    LOG.warn("An answer that Google's client cannot read", e);
    return wrongAnswer(CauseWords.of(e), e);
  }

  /// Whether nothing came for as long as an answer may take. Google's retry loop takes a read that
  /// took too long for an interrupt, and says no more of it (gax, DirectRetryingExecutor); who
  /// really interrupts a call does not wait for what becomes of it.
  static boolean isLate(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof InterruptedException || at instanceof InterruptedIOException) {
        return true;
      }
    }
    return false;
  }

  /// What came too late, and after how long that was given up.
  private static String late(Throwable e, Duration waited) {
    String what = isConnecting(e) ? "no connection" : "no answer";
    return waited.isZero() ? what + " came in time" : what + " after " + seconds(waited);
  }

  private static String seconds(Duration time) {
    long whole = Math.max(1, Math.round(time.toMillis() / 1000.0));
    return whole == 1 ? "a second" : whole + " seconds";
  }

  private static boolean isConnecting(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (String.valueOf(at.getMessage()).contains("Connect timed out")) {
        return true;
      }
    }
    return false;
  }

  /// The failure of a call that was to change something: where its answer was lost, that says
  /// nothing of whether it was done.
  static CloudException ofChange(CloudException e) {
    return isLost(e)
        ? new CloudException.Unavailable(
            e.getMessage() + "; whether it was done is not known",
            e.reason(),
            e.getCause(),
            e.delivery())
        : e;
  }

  private static boolean isLost(CloudException e) {
    Throwable cause = e.getCause();
    if (!(e instanceof CloudException.Unavailable) || cause == null || isConnecting(cause)) {
      return false;
    }
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof ConnectException
          || at instanceof UnknownHostException
          || at instanceof SSLException
          || at instanceof HttpResponseException
          || at instanceof CredentialFailure
          || at instanceof ApiException) {
        return false;
      }
    }
    return true;
  }

  /// The issuer's own answer says more than that there is no token: who may not act as an account
  /// lacks a role.
  private static CloudException credentials(CredentialFailure e) {
    CloudException why = e.answer().map(GoogleErrors::response).orElseGet(() -> unreached(e));
    return switch (why) {
      case CloudException.NotSignedIn _, CloudException.Invalid _, CloudException.NotFound _ ->
          new CloudException.NotSignedIn(CauseWords.of(e), why.reason(), e, e.by());
      case CloudException.NotAllowed _, CloudException.QuotaExceeded _ -> why;
      case CloudException.Unavailable _, CloudException.Broken _ ->
          e.isRetryable() ? why : new CloudException.NotSignedIn(CauseWords.of(e), "", e, e.by());
    };
  }

  private static CloudException unreached(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return new CloudException.Unavailable(tls(cause), "", e);
      }
      if (cause instanceof UnknownHostException) {
        return new CloudException.Unavailable(CauseWords.of(cause), "", e);
      }
    }
    return new CloudException.Unavailable(CauseWords.of(e), "", e);
  }

  /// An answer that came as one that all is well, and is none to the question.
  public static CloudException wrongAnswer(String message, @Nullable Throwable cause) {
    return new CloudException.Broken(
        "the answer is not what it should be: " + message, WRONG, cause);
  }

  /// What a call says whose thread was interrupted; the thread stays interrupted.
  public static CloudException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CloudException.Unavailable("stopped", "", e);
  }

  private static CloudException bigQuery(BigQueryException e) {
    if (e.getCode() == 0 && e.getCause() instanceof IOException io) {
      return unreached(io);
    }
    String reason = orEmpty(e.getReason());
    String message = e.getCode() == 0 ? CauseWords.of(e) : text(e);
    String told = e.getCause() instanceof GoogleJsonResponseException json ? errorInfo(json) : "";
    return http(e.getCode(), told.isEmpty() ? reason : told, message, e);
  }

  /// The reason that Google's newer error model gives beside the old one
  /// (https://docs.cloud.google.com/apis/design/errors#error_info).
  private static String errorInfo(GoogleJsonResponseException e) {
    if (e.getDetails() == null || e.getDetails().getDetails() == null) {
      return "";
    }
    return e.getDetails().getDetails().stream()
        .map(detail -> orEmpty(detail.getReason()))
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static CloudException response(HttpResponseException e) {
    String reason = "";
    String message = text(e);
    if (e instanceof GoogleJsonResponseException json && json.getDetails() != null) {
      var errors = json.getDetails().getErrors();
      reason = errors == null || errors.isEmpty() ? "" : orEmpty(errors.getFirst().getReason());
      reason = errorInfo(json).isEmpty() ? reason : errorInfo(json);
      message = json.getDetails().getMessage();
    } else if (e.getContent() != null) {
      String content = e.getContent().strip();
      if (content.startsWith("<")) {
        message += "\n" + content.substring(0, Math.min(content.length(), MOST_OF_A_PAGE));
      }
      JsonNode error = parse(content).path("error");
      reason = error.path("status").asString("");
      for (JsonNode detail : error.path("details")) {
        reason = detail.path("reason").asString(reason);
      }
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

  private static CloudException api(ApiException e) {
    String description = Status.fromThrowable(e).getDescription();
    StatusCode.Code code = e.getStatusCode().getCode();
    String reason = e.getReason() == null ? code.name() : e.getReason();
    Delivery delivery = DeliveryInterceptor.of(e);
    return grpc(code, reason, said(code, description, delivery) + underneath(e), e, delivery);
  }

  /// The service's own words as they are; what was made up on the way says it in words, too.
  private static String said(
      StatusCode.Code code, @Nullable String description, Delivery delivery) {
    if (description == null || description.isBlank()) {
      return "the answer was " + code.name() + ", and nothing beside";
    }
    return delivery == Delivery.ANSWERED ? description : CauseWords.plain(description);
  }

  /// gRPC says "io exception" of whatever happens below it: who refused, TLS or a proxy, is said by
  /// what that was caused by.
  private static String underneath(ApiException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return " (" + tls(cause) + ")";
      }
      if (String.valueOf(cause.getMessage()).contains(" 407 ")) {
        return " (" + CauseWords.of(cause) + ")";
      }
    }
    return "";
  }

  /// With what is wrong with the certificate: netty says only that there is a problem.
  private static String tls(Throwable failure) {
    String said = "no secure connection (TLS): " + CauseWords.of(failure);
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      String words = CauseWords.of(cause);
      if (cause instanceof CertificateException && !said.contains(words)) {
        said += ": " + words;
      }
    }
    return said;
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

  /// What an answer says, as it is.
  private static String text(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? CauseWords.of(e) : message;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
