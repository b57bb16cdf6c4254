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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How text between separators is read.
///
/// @param header whether the first line has the names of the columns
/// @param shortRows whether a row with fewer cells than there are columns is taken, with NULL in
///   those that it has not
public record TextForm(Charset charset, char separator, boolean header, boolean shortRows) {
  /// The encodings that are offered, the likeliest first.
  public static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-1252"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  /// The separators that are offered.
  public static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /// What some spreadsheets write before the first line, and read there.
  static final Pattern HINT = Pattern.compile("(?i)\"?sep=(.?)\"?");

  private static final int HEAD = 256 * 1024;

  /// More than a third of the bytes, and less than a hundredth.
  private static final int MOSTLY = 3;

  private static final int RARELY = 100;

  /// Guesses it from the head of a file. What says it is a byte order mark, bytes that are no
  /// UTF-8, and the separator that stands most often in the first line, outside of quotes.
  ///
  /// @throws IOException when the file cannot be read
  public static TextForm guess(Path file, ImportFormat format) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    Charset charset = charset(head);
    char separator = format == ImportFormat.TSV ? '\t' : separator(new String(head, charset));
    return new TextForm(charset, separator, true, false);
  }

  private static Charset charset(byte[] head) {
    if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    long even = zeros(head, 0);
    long odd = zeros(head, 1);
    if (Math.max(even, odd) * MOSTLY > head.length && Math.min(even, odd) * RARELY < head.length) {
      return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    return isUtf8(head) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  /// Text of the alphabets of Europe has a zero in every second byte in UTF-16, and none else.
  private static long zeros(byte[] head, int first) {
    long zeros = 0;
    for (int i = first; i < head.length; i += 2) {
      zeros += head[i] == 0 ? 1 : 0;
    }
    return zeros;
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
    String line = head.lines().findFirst().orElse("").replace("\ufeff", "");
    Matcher hint = HINT.matcher(line);
    if (hint.matches()
        && hint.group(1).length() == 1
        && SEPARATORS.contains(hint.group(1).charAt(0))) {
      return hint.group(1).charAt(0);
    }
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
