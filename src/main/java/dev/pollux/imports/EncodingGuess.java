package dev.pollux.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which encoding the head of a text file is in. A byte order mark says it, and so do bytes that
/// are UTF-8 or UTF-16; of all others only Japanese gives itself away.
final class EncodingGuess {
  /// Bytes of a file that are looked at.
  static final int HEAD = 256 * 1024;

  /// Western Europe.
  static final Charset WINDOWS = Charset.forName("windows-1252");

  /// What programs of Japan mean by Shift_JIS, with the signs that were added to it.
  static final Charset JAPANESE = Charset.forName("windows-31j");

  private static final int KANA_BEGIN = 0x3041;
  private static final int KANA_END = 0x30fe;

  /// More than a third of the bytes, and less than a hundredth.
  private static final int MOSTLY = 3;

  private static final int RARELY = 100;

  /// The longest first: the mark of UTF-16 begins that of UTF-32, too.
  private static final List<Charset> MARKED =
      List.of(
          Charset.forName("UTF-32LE"),
          Charset.forName("UTF-32BE"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private EncodingGuess() {}

  static Charset of(byte[] head) {
    return MARKED.stream()
        .filter(charset -> isMarked(head, charset))
        .findFirst()
        .or(() -> zeros(head))
        .orElseGet(() -> unmarked(head));
  }

  private static boolean isMarked(byte[] head, Charset charset) {
    byte[] mark = "\ufeff".getBytes(charset);
    return Arrays.equals(mark, Arrays.copyOf(head, Math.min(mark.length, head.length)));
  }

  /// Text of the alphabets of Europe has a zero in every second byte in UTF-16, and none else.
  private static Optional<Charset> zeros(byte[] head) {
    long even = zeros(head, 0);
    long odd = zeros(head, 1);
    boolean wide =
        Math.max(even, odd) * MOSTLY > head.length && Math.min(even, odd) * RARELY < head.length;
    return wide
        ? Optional.of(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  private static long zeros(byte[] head, int first) {
    long zeros = 0;
    for (int i = first; i < head.length; i += 2) {
      zeros += head[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static Charset unmarked(byte[] head) {
    if (decoded(head, StandardCharsets.UTF_8).isPresent()) {
      return StandardCharsets.UTF_8;
    }
    if (isWide(head, StandardCharsets.UTF_16LE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (isWide(head, StandardCharsets.UTF_16BE)) {
      return StandardCharsets.UTF_16BE;
    }
    Optional<String> japanese = decoded(head, JAPANESE);
    boolean other = decoded(head, WINDOWS).isEmpty();
    return japanese.isPresent() && (other || isKana(japanese.get())) ? JAPANESE : WINDOWS;
  }

  /// Other alphabets have zeros only where a line ends or a column does. Read in the wrong order,
  /// or as another encoding, no line would end.
  private static boolean isWide(byte[] head, Charset charset) {
    return decoded(head, charset)
        .filter(text -> text.indexOf('\n') >= 0 && text.indexOf('\0') < 0)
        .filter(text -> text.codePoints().allMatch(Character::isDefined))
        .isPresent();
  }

  /// Letters of Europe never read as these: a sixth of what is no ASCII is enough.
  private static boolean isKana(String text) {
    long kana = text.chars().filter(c -> c >= KANA_BEGIN && c <= KANA_END).count();
    long foreign = text.chars().filter(c -> c > '~').count();
    return kana * 6 > foreign;
  }

  /// The head may end within a character.
  private static Optional<String> decoded(byte[] head, Charset charset) {
    CharBuffer text = CharBuffer.allocate(head.length + 1);
    boolean bad =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(head), text, head.length < HEAD)
            .isError();
    return bad ? Optional.empty() : Optional.of(text.flip().toString());
  }
}
