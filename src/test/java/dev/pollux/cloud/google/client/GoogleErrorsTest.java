package dev.pollux.cloud.google.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.BigQueryException;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.SignIn;
import dev.pollux.cloud.google.credentials.CredentialFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class GoogleErrorsTest {
  @Test
  void aRefusalIsToldAsItIs() {
    CloudException e =
        GoogleErrors.of(
            new BigQueryException(403, "words", new BigQueryError("accessDenied", "", "words")));

    assertThat(e).isInstanceOf(CloudException.NotAllowed.class).hasMessage("words");
    assertThat(e.reason()).isEqualTo("accessDenied");
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
