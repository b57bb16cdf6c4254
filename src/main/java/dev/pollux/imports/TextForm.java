package dev.pollux.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How text between separators is read.
///
/// @param header whether the first line has the names of the columns
/// @param shortRows whether a row with fewer cells than there are columns is taken, with NULL in
///   those that it has not
public record TextForm(Charset charset, char separator, boolean header, boolean shortRows) {
  /// The encodings that are offered, the likeliest first.
  public static final List<Charset> CHARSETS =
      Stream.of(
              "UTF-8",
              "windows-1252",
              "UTF-16LE",
              "UTF-16BE",
              "ISO-8859-15",
              "windows-1250",
              "windows-1251",
              "windows-1253",
              "windows-1254",
              "windows-31j",
              "EUC-JP",
              "GB18030",
              "Big5",
              "EUC-KR",
              "UTF-32LE",
              "UTF-32BE")
          .filter(Charset::isSupported)
          .map(Charset::forName)
          .toList();

  /// The separators that are offered.
  public static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /// What some spreadsheets write before the first line, and read there.
  static final Pattern HINT = Pattern.compile("(?i)\"?sep=(.?)\"?");

  /// What may stand before the first line that says something.
  private static final Pattern EMPTY_LINES = Pattern.compile("^\\ufeff?[\\r\\n]*");

  /// An encoding as people call it.
  public static String name(Charset charset) {
    return charset.equals(EncodingGuess.JAPANESE) ? "Shift_JIS" : charset.displayName();
  }

  /// Whether the file itself says its encoding. In others each byte may be another letter.
  public boolean isEncodingSaid() {
    return charset.name().startsWith("UTF-");
  }

  /// Guesses it from the head of a file: its encoding, and the separator that stands most often in
  /// the first line that is not empty, outside of quotes.
  ///
  /// @throws IOException when the file cannot be read
  public static TextForm guess(Path file, ImportFormat format) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(EncodingGuess.HEAD);
    }
    Charset charset = EncodingGuess.of(head);
    char separator = format == ImportFormat.TSV ? '\t' : separator(new String(head, charset));
    return new TextForm(charset, separator, true, false);
  }

  private static char separator(String text) {
    String head = EMPTY_LINES.matcher(text).replaceFirst("");
    Matcher hint = HINT.matcher(head.lines().findFirst().orElse(""));
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
      } else if (!quoted && (c == '\n' || c == '\r')) {
        return count;
      } else if (!quoted && c == separator) {
        count++;
      }
    }
    return count;
  }
}
