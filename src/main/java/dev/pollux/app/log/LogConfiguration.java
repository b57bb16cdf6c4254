package dev.pollux.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.read.CyclicBufferAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/// What is logged, and where: warnings of all libraries on standard error, with them what Pollux
/// itself does in [RecentLog]. Logback finds it as a service.
///
/// In code: to read the same from XML takes a tenth of a second of every start.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogConfiguration extends ContextAwareBase implements Configurator {
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getLogger("dev.pollux").setLevel(Level.INFO);
    // Lower, and netty prints what it finds on the computer.
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(errors(context));
    root.addAppender(recent(context));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static Appender<ILoggingEvent> errors(LoggerContext context) {
    LogLine line = new LogLine();
    line.setContext(context);
    line.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(line);
    encoder.start();
    ThresholdFilter warnings = new ThresholdFilter();
    warnings.setContext(context);
    warnings.setLevel(Level.WARN.levelStr);
    warnings.start();
    ConsoleAppender<ILoggingEvent> errors = new ConsoleAppender<>();
    errors.setContext(context);
    errors.setName("stderr");
    errors.setTarget("System.err");
    errors.setEncoder(encoder);
    errors.addFilter(warnings);
    errors.start();
    return errors;
  }

  private static Appender<ILoggingEvent> recent(LoggerContext context) {
    CyclicBufferAppender<ILoggingEvent> recent = new CyclicBufferAppender<>();
    recent.setContext(context);
    recent.setName(RecentLog.APPENDER);
    recent.setMaxSize(RecentLog.LINES);
    recent.start();
    return recent;
  }
}
