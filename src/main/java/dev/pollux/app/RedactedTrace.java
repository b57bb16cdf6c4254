package dev.pollux.app;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import dev.pollux.cloud.Redaction;

/// A stack trace in the log, with no secret in it: what Google's libraries throw repeats what was
/// sent and answered. Named in `logback.xml`.
public final class RedactedTrace extends ThrowableProxyConverter {
  @Override
  protected String throwableProxyToString(IThrowableProxy failure) {
    return Redaction.of(super.throwableProxyToString(failure));
  }
}
