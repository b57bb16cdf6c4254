package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RedactedTraceTest {
  @Test
  void aTraceTellsNoSecret() {
    IOException secret = new IOException("POST /token assertion=eyJhbGciOi.canary.sig");
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LoggingEvent event =
        new LoggingEvent("", context.getLogger("x"), Level.WARN, "no token", secret, null);
    RedactedTrace trace = new RedactedTrace();
    trace.start();
    assertThat(trace.convert(event))
        .contains("IOException", "aTraceTellsNoSecret")
        .doesNotContain("canary");
  }
}
