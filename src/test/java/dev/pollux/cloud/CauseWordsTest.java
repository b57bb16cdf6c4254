package dev.pollux.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CauseWordsTest {
  private interface Fault {
    Object run() throws Exception;
  }

  /// As Java itself says it.
  private static Exception thrown(Fault fault) {
    try {
      throw new AssertionError(fault.run());
    } catch (Exception e) {
      return e;
    }
  }

  static Stream<Throwable> causes() {
    Object text = "text";
    return Stream.of(
        new InterruptedException(),
        new InterruptedIOException(),
        new ClosedByInterruptException(),
        new SocketTimeoutException("Read timed out"),
        new SocketTimeoutException(),
        new TimeoutException(),
        new CancellationException(),
        new UnknownHostException("bigquery.googleapis.com"),
        new ConnectException(),
        new SocketException("Closed by interrupt"),
        new SocketException(),
        new EOFException(),
        new ClosedChannelException(),
        new NoSuchFileException("/a/file"),
        new AccessDeniedException("/a/file"),
        new IOException(),
        new IOException(new SocketException("Connection reset")),
        new RuntimeException(new InterruptedException()),
        new ExecutionException(new NullPointerException()),
        new SSLHandshakeException(
            "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException:"
                + " unable to find valid certification path to requested target"),
        new IllegalStateException("com.google.gson.JsonSyntaxException: java.io.EOFException"),
        new StackOverflowError(),
        new NoSuchElementException("No value present"),
        thrown(() -> List.of().getFirst()),
        thrown(() -> List.of().get(3)),
        thrown(() -> (Integer) text),
        thrown(() -> Long.valueOf("many")),
        thrown(() -> LocalDate.parse(text.toString())),
        thrown(() -> String.valueOf((Object) null).repeat(0).charAt(2)),
        thrown(() -> new Object[] {null}[0].hashCode()));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void areWords(Throwable cause) {
    assertThat(CauseWords.of(cause))
        .isNotBlank()
        .doesNotContainPattern(
            "Exception|Error\\b|java\\.|Cannot invoke|null|<local|class |[Ii]ndex ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.net.SocketException: Connection reset | Connection reset",
        "PKIX path failed: sun.security.X.BuilderException: no valid path | PKIX path failed: no valid path",
        "Not found: Table p:Set.Exceptions was not found | Not found: Table p:Set.Exceptions was not found",
        "Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON at line 1 column 2 path $ | the answer is no JSON (at line 1 column 2 path $)",
        "CallOptions deadline exceeded after 5.999812s. Name resolution delay 0.0 seconds. [closed=[]] | no answer within 6 seconds",
        "deadline exceeded after 0.194744538s. [] | no answer within a second",
        "End of input at line 1 column 5 path $.rows | the answer ended early (at line 1 column 5 path $.rows)",
      })
  void namesOfClassesAreTakenOut(String message, String words) {
    assertThat(CauseWords.plain(message)).isEqualTo(words);
  }

  @Test
  void whoIsThereWithoutWordsIsNotQuoted() {
    assertThat(CauseWords.of(new IOException())).isEqualTo("no reason is known");
  }
}
