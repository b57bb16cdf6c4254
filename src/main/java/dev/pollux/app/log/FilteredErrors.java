package dev.pollux.app.log;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// Standard error without a line of JavaFX that nobody can act on: that its rich text, which
/// editors and readers are made of, still is an incubator's. JavaFX has no switch for it.
public final class FilteredErrors extends PrintStream {
  private static final String INCUBATOR = "WARNING: Using incubating API ";

  public FilteredErrors(PrintStream target) {
    super(target, true, target.charset());
  }

  @Override
  public void println(@Nullable String line) {
    if (line == null || !line.startsWith(INCUBATOR)) {
      super.println(line);
    }
  }
}
