package dev.pollux.cloud.google.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import dev.pollux.cloud.CloudException;
import dev.pollux.testing.SilentServer;
import dev.pollux.testing.SilentServer.Silence;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientCallsTest {
  /// A byte every now and then is no answer, in its head as in its body: who waits hears of it, and
  /// is not made to wait as long again.
  @ParameterizedTest
  @EnumSource(
      value = Silence.class,
      names = {"TRICKLES", "DRIPS", "ACCEPTS"})
  @Timeout(20)
  void anAnswerHasABoundAsAWhole(Silence silence) throws Exception {
    try (SilentServer server = new SilentServer(silence)) {
      GenericUrl url = new GenericUrl("http://127.0.0.1:" + server.port() + "/");
      assertThatThrownBy(() ->
              ClientCalls.once(
                  () ->
                      new NetHttpTransport()
                          .createRequestFactory()
                          .buildGetRequest(url)
                          .execute()
                          .parseAsString(),
                  Duration.ofMillis(700)))
          .isInstanceOf(CloudException.Unavailable.class)
          .hasRootCauseInstanceOf(SocketTimeoutException.class);
    }
  }
}
