package dev.pollux.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogLineTest {
  private static final Instant AT = Instant.parse("2026-11-27T09:08:07.006Z");

  @Test
  void aLineSaysWhenHowBadWhereAndWhat() {
    assertThat(line("no table {}", null, "t"))
        .isEqualTo(
            LocalTime.ofInstant(AT, ZoneId.systemDefault())
                + " WARN  d.p.c.g.v.GrpcClients no table t"
                + System.lineSeparator());
  }

  @Test
  void aTraceTellsNoSecret() {
    IOException secret = new IOException("POST /token assertion=eyJhbGciOi.canary.sig");
    assertThat(line("no token", secret))
        .contains("no token" + System.lineSeparator(), "IOException", "aTraceTellsNoSecret")
        .endsWith(System.lineSeparator())
        .doesNotContain("canary");
  }

  @Test
  void nothingInItSteersTheTerminal() {
    assertThat(line("no table {}", new IOException("\u001b[2J\u009b1m"), "\u001b]0;t\u0007"))
        .contains("no table \\u001b]0;t\\u0007", "\\u001b[2J\\u009b1m")
        .doesNotContainPattern("[\\p{Cntrl}\u009b&&[^\r\n\t]]");
  }

  @Test
  void warningsAreWrittenAndWhatPolluxDoesIsKept() {
    LoggerContext context = new LoggerContext();
    new LogConfiguration().configure(context);
    assertThat(context.getLogger("dev.pollux.run").isInfoEnabled()).isTrue();
    assertThat(context.getLogger("io.netty").isInfoEnabled()).isFalse();
    assertThat(context.getLogger("ROOT").getAppender("stderr").isStarted()).isTrue();
    assertThat(context.getLogger("ROOT").getAppender(RecentLog.APPENDER).isStarted()).isTrue();
    assertThat(context.getStatusManager().getCopyOfStatusList())
        .noneMatch(status -> status.getLevel() > 0);
  }

  private static String line(String message, @Nullable Throwable thrown, Object... args) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LoggingEvent event =
        new LoggingEvent(
            "",
            context.getLogger("dev.pollux.cloud.google.vertex.GrpcClients"),
            Level.WARN,
            message,
            thrown,
            args);
    event.setInstant(AT);
    return new LogLine().doLayout(event);
  }
}
