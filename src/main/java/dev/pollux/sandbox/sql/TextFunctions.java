package dev.pollux.sandbox.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;

/// Functions of text that DuckDB lacks, or has with another meaning.
final class TextFunctions {
  private TextFunctions() {}

  /// By code points; DuckDB's keeps clusters together.
  static String reverse(String text) {
    int[] points = text.codePoints().toArray();
    StringBuilder out = new StringBuilder(text.length());
    for (int i = points.length - 1; i >= 0; i--) {
      out.appendCodePoint(points[i]);
    }
    return out.toString();
  }

  static String normalize(String text, String form) {
    return Normalizer.normalize(text, Normalizer.Form.valueOf(form));
  }

  /// Words begin after anything that is in INITCAP's list of delimiters.
  static String initcap(String text) {
    StringBuilder out = new StringBuilder();
    boolean start = true;
    for (int point : text.codePoints().toArray()) {
      String one = Character.toString(point);
      out.append(
          start ? one.toUpperCase(java.util.Locale.ROOT) : one.toLowerCase(java.util.Locale.ROOT));
      start = Character.isWhitespace(point) || "[](){}/|<>!?@\"^#$&~_,.:;*%+-".indexOf(point) >= 0;
    }
    return out.toString();
  }

  /// As a string literal of GoogleSQL.
  static String quoted(String text) {
    String mark = text.indexOf('"') >= 0 && text.indexOf('\'') < 0 ? "'" : "\"";
    StringBuilder out = new StringBuilder(mark);
    for (int point : text.codePoints().toArray()) {
      switch (point) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        default -> {
          if (mark.codePointAt(0) == point) {
            out.append('\\').appendCodePoint(point);
          } else if (point < ' ' || point == 0x7f) {
            out.append(String.format("\\x%02x", point));
          } else {
            out.appendCodePoint(point);
          }
        }
      }
    }
    return out.append(mark).toString();
  }

  /// Bytes as text, wrong ones replaced.
  static String replacing(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Bytes as FORMAT shows them: what is not printable ASCII is escaped.
  static String shown(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (byte b : bytes) {
      int c = b & 0xff;
      int simple = "\n\r\t\\\"'".indexOf(c);
      if (simple >= 0) {
        out.append('\\').append("nrt\\\"'".charAt(simple));
      } else if (c < ' ' || c > '~') {
        out.append(String.format("\\x%02x", c));
      } else {
        out.append((char) c);
      }
    }
    return out.toString();
  }

  static byte[] sha512(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }
}
