package dev.pollux.domain;

/// Text that UTF-8 can carry: half a surrogate pair, as a careless cut leaves it, becomes U+FFFD
/// here and not somewhere on the way.
public final class WellFormed {
  private WellFormed() {}

  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
