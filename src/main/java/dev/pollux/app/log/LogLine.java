package dev.pollux.app.log;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import dev.pollux.cloud.Redaction;
import dev.pollux.text.VisibleText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// A line of the log on standard error, with the stack trace below it. There is no secret in the
/// trace: what Google's libraries throw repeats what was sent and answered. Nothing in it steers
/// the terminal.
final class LogLine extends LayoutBase<ILoggingEvent> {
  private static final int NAME_LENGTH = 20;
  private final TargetLengthBasedClassNameAbbreviator names =
      new TargetLengthBasedClassNameAbbreviator(NAME_LENGTH);
  private final DateTimeFormatter time =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  @Override
  public String doLayout(ILoggingEvent event) {
    String line =
        "%s %-5s %s %s%n"
            .formatted(
                time.format(event.getInstant()),
                event.getLevel(),
                names.abbreviate(event.getLoggerName()),
                VisibleText.of(event.getFormattedMessage()));
    return event.getThrowableProxy() == null ? line : line + trace(event.getThrowableProxy());
  }

  private static String trace(IThrowableProxy thrown) {
    String text = Redaction.of(ThrowableProxyUtil.asString(thrown));
    return VisibleText.of(text.replace(System.lineSeparator(), "\n"));
  }
}
