package dev.pollux.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

/// Opens text of a file in an encoding. Bytes that are none of that encoding are refused: a sign in
/// their place would be another text than the file has. So is a row that is too long.
final class FileText {
  /// Characters. No request for Gemini is nearly as long.
  static final int MOST_OF_A_ROW = 10_000_000;

  private FileText() {}

  /// @throws java.nio.charset.CharacterCodingException here, and while it is read, at other bytes
  /// @throws ImportFault while it is read, at a row that is too long
  static RowReader open(Path file, Charset charset) throws IOException {
    return RowReader.open(
        file,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT),
        MOST_OF_A_ROW,
        line -> new ImportFault("imports.long-line", line, MOST_OF_A_ROW));
  }

  /// Bytes that are none of the encoding. Files are read ahead: where exactly they stand is not
  /// known.
  ///
  /// @param line how many lines were read before
  static ImportFault otherBytes(long line, Charset charset) {
    return new ImportFault("imports.other-bytes", line, TextForm.name(charset));
  }
}
