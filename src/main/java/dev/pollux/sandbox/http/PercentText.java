package dev.pollux.sandbox.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Text of a URL, in which bytes of UTF-8 are written as `%C3%A9`.
final class PercentText {
  private static final Pattern ESCAPE = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final Pattern STRAY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private PercentText() {}

  /// @param what the place of the text, for the refusal
  /// @throws Failure if a percent sign begins no byte, or the bytes are no UTF-8
  static String decoded(String text, String what) {
    if (STRAY.matcher(text).find()) {
      throw invalid(text, what);
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(utf8(escape.group(), what)));
  }

  private static String utf8(String escapes, String what) {
    byte[] bytes = HexFormat.of().parseHex(escapes.replace("%", ""));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      Failure failure = invalid(escapes, what);
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private static Failure invalid(String text, String what) {
    return new Failure(Reason.INVALID, "Invalid percent-encoding in the " + what + ": " + text);
  }
}
