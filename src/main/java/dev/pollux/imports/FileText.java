package dev.pollux.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/// Text of a file in an encoding, without the mark at its begin. Bytes that are none of that
/// encoding are refused: a sign in their place would be another text than the file has.
final class FileText {
  private static final char MARK = '\ufeff';

  private FileText() {}

  /// @throws java.nio.charset.CharacterCodingException here, and while it is read, at other bytes
  static BufferedReader open(Path file, Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    try {
      reader.mark(1);
      if (reader.read() != MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /// Bytes that are none of the encoding. Files are read ahead: where exactly they stand is not
  /// known.
  ///
  /// @param line how many lines were read before
  static ImportFault otherBytes(long line, Charset charset) {
    return new ImportFault("imports.other-bytes", line, charset.displayName());
  }
}
