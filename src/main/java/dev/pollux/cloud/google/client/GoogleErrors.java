package dev.pollux.cloud.google.client;

import com.google.api.client.http.HttpResponseException;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.bigquery.BigQueryException;
import dev.pollux.cloud.CauseWords;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.CloudException.Delivery;
import dev.pollux.cloud.google.credentials.CredentialFailure;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whatever Google's clients throw becomes a failure of ours here, and nowhere else: which family
/// it is of, and what it says.
public final class GoogleErrors {
  /// See [dev.pollux.cloud.Diagnosis.Problem#WRONG_ANSWER].
  private static final String WRONG = "wrongAnswer";

  private static final Logger LOG = LoggerFactory.getLogger(GoogleErrors.class);

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
    if (!(e instanceof CloudException) && UnansweredCalls.isLate(e)) {
      return UnansweredCalls.late(e, waited);
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
    ErrorBody body = ErrorBody.of(e);
    String message = e.getCode() == 0 ? CauseWords.of(e) : body.message();
    return ErrorCodes.http(e.getCode(), body.reason(), message, e);
  }

  private static CloudException response(HttpResponseException e) {
    ErrorBody body = ErrorBody.of(e);
    return ErrorCodes.http(e.getStatusCode(), body.reason(), body.message(), e);
  }

  private static CloudException api(ApiException e) {
    String description = Status.fromThrowable(e).getDescription();
    StatusCode.Code code = e.getStatusCode().getCode();
    String reason = e.getReason() == null ? code.name() : e.getReason();
    Delivery delivery = DeliveryInterceptor.of(e);
    return ErrorCodes.grpc(
        code, reason, said(code, description, delivery) + underneath(e), e, delivery);
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
}
