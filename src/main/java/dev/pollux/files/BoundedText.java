package dev.pollux.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a file that somebody else may have made: never more of it in memory than a limit,
/// and nothing but a regular file, since a link may lead to a device without an end or to a pipe
/// that never answers.
public final class BoundedText {
  private BoundedText() {}

  /// Why a file is not read.
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    Refused(Reason reason) {
      super(reason.name());
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }

  /// What is wrong with a file.
  public enum Reason {
    NOT_A_FILE,
    TOO_BIG,
    NOT_UTF_8
  }

  /// The text of a UTF-8 file, without a byte order mark.
  ///
  /// @param most bytes that are read
  /// @throws Refused when it is no regular file, has more bytes, or is not UTF-8
  /// @throws IOException when it cannot be read
  public static String read(Path file, int most) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new Refused(Reason.NOT_A_FILE);
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(most + 1);
    }
    if (bytes.length > most) {
      throw new Refused(Reason.TOO_BIG);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw new Refused(Reason.NOT_UTF_8);
    }
  }
}
