package dev.pollux.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How text between separators is read.
///
/// @param header whether the first line has the names of the columns
public record TextForm(Charset charset, char separator, boolean header) {
  /// The encodings that are offered, the likeliest first.
  public static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-1252"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  /// The separators that are offered.
  public static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  private static final int HEAD = 256 * 1024;

  /// Guesses it from the head of a file. What says it is a byte order mark, bytes that are no
  /// UTF-8, and the separator that stands most often in the first line, outside of quotes.
  static TextForm guess(Path file, ImportFormat format) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    Charset charset = charset(head);
    char separator = format == ImportFormat.TSV ? '\t' : separator(new String(head, charset));
    return new TextForm(charset, separator, true);
  }

  private static Charset charset(byte[] head) {
    if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(head) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  /// The head may end within a character.
  private static boolean isUtf8(byte[] head) {
    for (int cut = 0; cut <= Math.min(3, head.length); cut++) {
      try {
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(head, 0, head.length - cut));
        return true;
      } catch (CharacterCodingException _) {
        if (head.length < HEAD) {
          return false;
        }
      }
    }
    return false;
  }

  private static char separator(String head) {
    char best = ',';
    long most = 0;
    for (char one : SEPARATORS) {
      long count = count(head, one);
      if (count > most) {
        most = count;
        best = one;
      }
    }
    return best;
  }

  private static long count(String head, char separator) {
    long count = 0;
    boolean quoted = false;
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '\n') {
        return count;
      } else if (!quoted && c == separator) {
        count++;
      }
    }
    return count;
  }
}
