package dev.pollux.cloud.google.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import dev.pollux.cloud.CloudException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnansweredCallsTest {
  @ParameterizedTest
  @CsvSource({
    "Read timed out,    0,     no answer came in time",
    "Read timed out,    200,   no answer after a second",
    "Read timed out,    29600, no answer after 30 seconds",
    "Connect timed out, 0,     no connection came in time",
    "Connect timed out, 5000,  no connection after 5 seconds",
  })
  void saysAfterHowLong(String message, long millis, String said) {
    Exception e = new IOException(new SocketTimeoutException(message));

    assertThat(UnansweredCalls.isLate(e)).isTrue();
    assertThat(UnansweredCalls.late(e, Duration.ofMillis(millis)))
        .isInstanceOf(CloudException.Unavailable.class)
        .hasMessage(said);
  }

  @Test
  void whatWasRefusedIsNotLate() {
    assertThat(UnansweredCalls.isLate(new ConnectException("Connection refused"))).isFalse();
  }

  static List<Exception> neverArrived() {
    return List.of(
        new ConnectException("Connection refused"),
        new UnknownHostException("nowhere"),
        new SSLException("no trust"),
        new SocketTimeoutException("Connect timed out"),
        new HttpResponseException.Builder(503, "", new HttpHeaders()).build());
  }

  @ParameterizedTest
  @MethodSource("neverArrived")
  void aChangeThatNeverArrivedWasNotDone(Exception e) {
    CloudException failure = new CloudException.Unavailable("m", "", new IOException(e));

    assertThat(UnansweredCalls.ofChange(failure)).isSameAs(failure);
  }

  static List<Exception> lost() {
    return List.of(new SocketTimeoutException("Read timed out"), new EOFException());
  }

  @ParameterizedTest
  @MethodSource("lost")
  void aChangeWhoseAnswerIsLostMayBeDone(Exception e) {
    assertThat(UnansweredCalls.ofChange(new CloudException.Unavailable("m", "r", e)))
        .hasMessage("m; whether it was done is not known")
        .hasCause(e);
  }

  @Test
  void aRefusalIsAnAnswer() {
    CloudException refusal = new CloudException.Invalid("m", "", new EOFException());

    assertThat(UnansweredCalls.ofChange(refusal)).isSameAs(refusal);
  }
}
