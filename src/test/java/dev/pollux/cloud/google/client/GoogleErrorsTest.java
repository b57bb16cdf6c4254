package dev.pollux.cloud.google.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.BigQueryException;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.CloudException.Delivery;
import dev.pollux.cloud.SignIn;
import dev.pollux.cloud.google.credentials.CredentialFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GoogleErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "401, authError,          NotSignedIn",
    "403, accessDenied,       NotAllowed",
    "403, billingNotEnabled,  NotAllowed",
    "403, rateLimitExceeded,  QuotaExceeded",
    "403, quotaExceeded,      QuotaExceeded",
    "404, notFound,           NotFound",
    "400, invalidQuery,       Invalid",
    "409, duplicate,          Invalid",
    "412, conditionNotMet,    Invalid",
    "501, notImplemented,     Invalid",
    "429, '',                 QuotaExceeded",
    "500, internalError,      Unavailable",
    "502, '',                 Unavailable",
    "503, backendError,       Unavailable",
    "504, '',                 Unavailable",
    "408, '',                 Unavailable",
    "0,   '',                 Unavailable",
    "302, '',                 Unavailable",
    "418, '',                 Broken",
  })
  void http(int code, String reason, String family) {
    CloudException e = GoogleErrors.of(new BigQueryException(code, "words", error(reason)));

    assertThat(e.getClass().getSimpleName()).isEqualTo(family);
    assertThat(e).hasMessage("words");
    assertThat(e.reason()).isEqualTo(reason);
  }

  private static BigQueryError error(String reason) {
    return new BigQueryError(reason, "", "words");
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHENTICATED,     '',                  NotSignedIn",
    "PERMISSION_DENIED,   '',                  NotAllowed",
    "PERMISSION_DENIED,   RATE_LIMIT_EXCEEDED, QuotaExceeded",
    "NOT_FOUND,           '',                  NotFound",
    "INVALID_ARGUMENT,    '',                  Invalid",
    "FAILED_PRECONDITION, '',                  Invalid",
    "ALREADY_EXISTS,      '',                  Invalid",
    "OUT_OF_RANGE,        '',                  Invalid",
    "RESOURCE_EXHAUSTED,  '',                  QuotaExceeded",
    "UNAVAILABLE,         '',                  Unavailable",
    "DEADLINE_EXCEEDED,   '',                  Unavailable",
    "CANCELLED,           '',                  Unavailable",
    "ABORTED,             '',                  Unavailable",
    "UNKNOWN,             '',                  Unavailable",
    "INTERNAL,            '',                  Unavailable",
    "DATA_LOSS,           '',                  Broken",
    "UNIMPLEMENTED,       '',                  Broken",
  })
  void grpc(StatusCode.Code code, String reason, String family) {
    CloudException e = GoogleErrors.grpc(code, reason, "words", null, Delivery.ANSWERED);

    assertThat(e.getClass().getSimpleName()).isEqualTo(family);
    assertThat(e.delivery()).isEqualTo(Delivery.ANSWERED);
  }

  @ParameterizedTest
  @EnumSource(StatusCode.Code.class)
  void everyGrpcCodeHasAFamily(StatusCode.Code code) {
    assertThat(GoogleErrors.grpc(code, "", "words", null, Delivery.UNCERTAIN)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "invalidQuery,      Invalid",
    "invalid,           Invalid",
    "duplicate,         Invalid",
    "resourcesExceeded, Invalid",
    "accessDenied,      NotAllowed",
    "notFound,          NotFound",
    "quotaExceeded,     QuotaExceeded",
    "rateLimitExceeded, QuotaExceeded",
    "backendError,      Unavailable",
    "jobInternalError,  Unavailable",
  })
  void queryJobs(String reason, String family) {
    assertThat(GoogleErrors.query(error(reason)).getClass().getSimpleName()).isEqualTo(family);
  }

  @Test
  void noAnswerIsUnavailable() {
    assertThat(GoogleErrors.of(new BigQueryException(new ConnectException("Connection refused"))))
        .isInstanceOf(CloudException.Unavailable.class);
    assertThat(GoogleErrors.of(new SocketTimeoutException("Read timed out")))
        .isInstanceOf(CloudException.Unavailable.class);
  }

  @Test
  void credentialsThatCannotBeRefreshedNeedThePerson() {
    SignIn robot = new SignIn(SignIn.Kind.SERVICE_ACCOUNT, "robot", "/key.json");
    assertThat(
            GoogleErrors.of(
                new BigQueryException(CredentialFailure.noToken(new Refused(false), robot))))
        .isInstanceOfSatisfying(
            CloudException.NotSignedIn.class, out -> assertThat(out.by()).contains(robot));
    assertThat(GoogleErrors.of(CredentialFailure.noToken(new Refused(true), robot)))
        .isInstanceOf(CloudException.Unavailable.class);
    assertThat(GoogleErrors.of(CredentialFailure.noToken(new SocketTimeoutException(""), robot)))
        .isInstanceOf(CloudException.Unavailable.class);
  }

  /// As the auth library says that a token could not be had.
  private static final class Refused extends IOException implements com.google.auth.Retryable {
    private static final long serialVersionUID = 1L;
    private final boolean retryable;

    Refused(boolean retryable) {
      super("invalid_grant");
      this.retryable = retryable;
    }

    @Override
    public boolean isRetryable() {
      return retryable;
    }

    @Override
    public int getRetryCount() {
      return 0;
    }
  }
}
