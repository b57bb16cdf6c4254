package dev.pollux.testing;

import dev.pollux.prompt.MarkKey;

/// Secrets of an installation that is none.
public final class TestKeys {
  public static final MarkKey MARKS = new MarkKey("0123456789abcdef".repeat(4));

  private TestKeys() {}
}
