package dev.pollux.cloud.google.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.bigquery.BigQueryError;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.CloudException.Delivery;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodesTest {
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
    CloudException e = ErrorCodes.http(code, reason, "words", null);

    assertThat(e.getClass().getSimpleName()).isEqualTo(family);
    assertThat(e).hasMessage("words");
    assertThat(e.reason()).isEqualTo(reason);
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
    CloudException e = ErrorCodes.grpc(code, reason, "words", null, Delivery.ANSWERED);

    assertThat(e.getClass().getSimpleName()).isEqualTo(family);
    assertThat(e.delivery()).isEqualTo(Delivery.ANSWERED);
  }

  @ParameterizedTest
  @EnumSource(StatusCode.Code.class)
  void everyGrpcCodeHasAFamily(StatusCode.Code code) {
    assertThat(ErrorCodes.grpc(code, "", "words", null, Delivery.UNCERTAIN)).isNotNull();
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
    BigQueryError error = new BigQueryError(reason, "", "words");

    assertThat(ErrorCodes.query(error).getClass().getSimpleName()).isEqualTo(family);
  }
}
