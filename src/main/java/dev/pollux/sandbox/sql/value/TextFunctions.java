package dev.pollux.sandbox.sql.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;

/// Functions of text that DuckDB lacks, or has with another meaning.
public final class TextFunctions {
  /// The most bytes of what FORMAT makes.
  private static final int LONGEST_FORMATTED = 1 << 20;

  private TextFunctions() {}

  /// What FORMAT made, if it is not too long.
  ///
  /// @throws IllegalArgumentException in the service's words, if it is
  public static String formatted(String made) {
    if (made.length() >= LONGEST_FORMATTED / 4
        && made.getBytes(StandardCharsets.UTF_8).length >= LONGEST_FORMATTED) {
      throw new IllegalArgumentException(
          "Output string too long while evaluating FORMAT; limit " + LONGEST_FORMATTED);
    }
    return made;
  }

  /// By code points; DuckDB's keeps clusters together.
  public static String reverse(String text) {
    int[] points = text.codePoints().toArray();
    StringBuilder out = new StringBuilder(text.length());
    for (int i = points.length - 1; i >= 0; i--) {
      out.appendCodePoint(points[i]);
    }
    return out.toString();
  }

  /// NORMALIZE, in the form that is named.
  public static String normalize(String text, String form) {
    return Normalizer.normalize(text, Normalizer.Form.valueOf(form));
  }

  /// Words begin after anything that is in INITCAP's list of delimiters.
  public static String initcap(String text) {
    StringBuilder out = new StringBuilder();
    boolean start = true;
    for (int point : text.codePoints().toArray()) {
      out.appendCodePoint(start ? Character.toUpperCase(point) : Character.toLowerCase(point));
      start = Character.isWhitespace(point) || "[](){}/|<>!?@\"^#$&~_,.:;*%+-".indexOf(point) >= 0;
    }
    return out.toString();
  }

  /// Base64 as DuckDB reads it: blanks between the digits are left out, and the padding is there.
  public static String base64(String text) {
    String digits = text.replaceAll("[ \t\n\u000b\f\r]", "").replace('.', '=');
    int padding = digits.length() - digits.replaceFirst("=+$", "").length();
    String bare = digits.substring(0, digits.length() - padding);
    boolean whole = bare.length() % 4 != 1 && (padding == 0 || (bare.length() + padding) % 4 == 0);
    if (!whole || padding > 2 || !bare.matches("[A-Za-z0-9+/]*")) {
      throw new IllegalArgumentException("Failed to decode invalid base64 string");
    }
    return bare + "=".repeat((4 - bare.length() % 4) % 4);
  }

  /// Hexadecimal digits, an even number of them.
  public static String hex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
        throw new IllegalArgumentException(
            "Failed to decode invalid hexadecimal string due to character at offset "
                + text.substring(0, i).getBytes(StandardCharsets.UTF_8).length
                + ": "
                + text);
      }
    }
    return text.length() % 2 == 0 ? text : "0" + text;
  }

  /// As a string literal of GoogleSQL.
  public static String quoted(String text) {
    String mark = text.indexOf('"') >= 0 && text.indexOf('\'') < 0 ? "'" : "\"";
    StringBuilder out = new StringBuilder(mark);
    boolean escaped = false;
    for (int point : text.codePoints().toArray()) {
      // A digit behind a byte's two would be read as one of them.
      boolean digit = escaped && "0123456789abcdefABCDEF".indexOf(point) >= 0;
      escaped = digit || ((point < ' ' || point == 0x7f) && "\n\r\t".indexOf(point) < 0);
      switch (point) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        default -> {
          if (mark.codePointAt(0) == point) {
            out.append('\\').appendCodePoint(point);
          } else if (escaped) {
            out.append(String.format("\\x%02x", point));
          } else {
            out.appendCodePoint(point);
          }
        }
      }
    }
    return out.append(mark).toString();
  }

  /// Bytes as text; each byte that is in no character is replaced, where Java would replace some of
  /// them together.
  public static String replacing(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length; ) {
      int length = length(bytes[i]);
      String read =
          i + length <= bytes.length ? new String(bytes, i, length, StandardCharsets.UTF_8) : "";
      boolean whole = read.codePointCount(0, read.length()) == 1 && read.charAt(0) != '\ufffd';
      boolean meant =
          length == 3
              && read.equals("\ufffd")
              && java.util.Arrays.equals(
                  java.util.Arrays.copyOfRange(bytes, i, i + 3),
                  read.getBytes(StandardCharsets.UTF_8));
      out.append(whole || meant ? read : "\ufffd");
      i += whole || meant ? length : 1;
    }
    return out.toString();
  }

  /// Bytes of the character that a first byte begins.
  private static int length(byte first) {
    int bits = Integer.numberOfLeadingZeros(~((first & 0xff) << 24));
    return bits >= 2 && bits <= 4 ? bits : 1;
  }

  /// Bytes as FORMAT shows them: what is not printable ASCII is escaped.
  public static String shown(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (byte b : bytes) {
      int c = b & 0xff;
      if ("\\\"'`".indexOf(c) >= 0) {
        out.append('\\').append((char) c);
      } else if (c < ' ' || c > '~') {
        out.append(String.format("\\x%02x", c));
      } else {
        out.append((char) c);
      }
    }
    return out.toString();
  }

  /// SHA512.
  public static byte[] sha512(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }
}
