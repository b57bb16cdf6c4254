package dev.pollux.app.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.CyclicBufferAppender;
import org.slf4j.LoggerFactory;

/// The last lines of the program's log, which are in memory and in no file: an appender of
/// [LogConfiguration].
public final class RecentLog {
  static final String APPENDER = "recent";
  static final int LINES = 500;

  private RecentLog() {}

  /// The oldest first, with what was thrown; it may hold what is secret, and is for
  /// [dev.pollux.doctor.SupportBundle].
  public static String text() {
    StringBuilder text = new StringBuilder();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(APPENDER)
            instanceof CyclicBufferAppender<ILoggingEvent> recent) {
      for (int i = 0; i < recent.getLength(); i++) {
        ILoggingEvent event = recent.get(i);
        if (event != null) {
          text.append(event.getInstant()).append(' ').append(event.getLevel()).append(' ');
          text.append(event.getLoggerName()).append(' ').append(event.getFormattedMessage());
          text.append('\n').append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
      }
    }
    return text.toString();
  }
}
