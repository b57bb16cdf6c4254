package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A string or bytes literal of any kind: one or three quotes of either sort, raw or with escapes.
final class StringLiteral {
  private final String sql;
  private final String quote;
  private final boolean raw;
  private final boolean bytes;
  private final ByteArrayOutputStream value = new ByteArrayOutputStream();
  private int at;

  private StringLiteral(String sql, int at, String quote, boolean raw, boolean bytes) {
    this.sql = sql;
    this.at = at;
    this.quote = quote;
    this.raw = raw;
    this.bytes = bytes;
  }

  /// The literal that starts here, if one does; [#end] reads it.
  static @Nullable StringLiteral at(String sql, int start) {
    int quoteAt = start;
    while (quoteAt < sql.length()
        && quoteAt < start + 2
        && "rRbB".indexOf(sql.charAt(quoteAt)) >= 0) {
      quoteAt++;
    }
    if (quoteAt >= sql.length() || "'\"".indexOf(sql.charAt(quoteAt)) < 0) {
      return null;
    }
    String prefix = sql.substring(start, quoteAt).toLowerCase(Locale.ROOT);
    if (prefix.equals("rr") || prefix.equals("bb")) {
      return null;
    }
    String one = sql.substring(quoteAt, quoteAt + 1);
    String quote = sql.startsWith(one.repeat(3), quoteAt) ? one.repeat(3) : one;
    return new StringLiteral(
        sql, quoteAt + quote.length(), quote, prefix.contains("r"), prefix.contains("b"));
  }

  boolean bytes() {
    return bytes;
  }

  byte[] raw() {
    return value.toByteArray();
  }

  String text() {
    return value.toString(StandardCharsets.UTF_8);
  }

  /// Reads it.
  ///
  /// @return the index after its end
  int end(Position start) throws SqlException {
    while (at < sql.length()) {
      if (sql.startsWith(quote, at)) {
        return at + quote.length();
      }
      char c = sql.charAt(at);
      if (c == '\n' && quote.length() == 1) {
        break;
      }
      if (c == '\\' && at + 1 < sql.length()) {
        escape(start);
      } else {
        put(sql.codePointAt(at));
        at += Character.charCount(sql.codePointAt(at));
      }
    }
    String what = bytes ? "bytes literal" : "string literal";
    throw start.invalid(
        "Syntax error: Unclosed " + (quote.length() == 3 ? "triple-quoted " : "") + what);
  }

  private void escape(Position start) throws SqlException {
    char c = sql.charAt(at + 1);
    if (raw) {
      put('\\');
      put(sql.codePointAt(at + 1));
      at += 1 + Character.charCount(sql.codePointAt(at + 1));
      return;
    }
    at += 2;
    int simple = "abfnrtv\\?\"'`".indexOf(c);
    if (simple >= 0) {
      put("\u0007\b\f\n\r\t\u000b\\?\"'`".charAt(simple));
    } else if (c == 'x' || c == 'X') {
      code(number(start, c, 2, 16), true, start);
    } else if (c >= '0' && c <= '3') {
      at--;
      code(number(start, c, 3, 8), true, start);
    } else if (!bytes && c == 'u') {
      code(number(start, c, 4, 16), false, start);
    } else if (!bytes && c == 'U') {
      code(number(start, c, 8, 16), false, start);
    } else {
      throw start.invalid("Syntax error: Illegal escape sequence: \\" + c);
    }
  }

  private void code(int code, boolean single, Position start) throws SqlException {
    if (bytes && single) {
      value.write(code);
    } else if (Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff)) {
      put(code);
    } else {
      throw start.invalid("Syntax error: Illegal escape sequence: Unicode value is invalid");
    }
  }

  private int number(Position start, char kind, int digits, int radix) throws SqlException {
    try {
      int code = Integer.parseUnsignedInt(sql.substring(at, at + digits), radix);
      at += digits;
      return code;
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      throw start.invalid(
          "Syntax error: Illegal escape sequence: \\"
              + kind
              + " must be followed by "
              + digits
              + (radix == 8 ? " octal" : " hex")
              + " digits");
    }
  }

  private void put(int codePoint) {
    value.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
  }
}
