package dev.pollux.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/// Text of a file in an encoding, without the mark at its begin. Bytes that are none of that
/// encoding are refused: a sign in their place would be another text than the file has. A row that
/// is too long for the memory is refused, too.
final class FileText extends BufferedReader {
  private static final char MARK = '\ufeff';
  private final RowLimit limit;

  private FileText(RowLimit limit) {
    super(limit);
    this.limit = limit;
  }

  /// @throws java.nio.charset.CharacterCodingException here, and while it is read, at other bytes
  static FileText open(Path file, Charset charset) throws IOException {
    FileText text =
        new FileText(
            new RowLimit(
                new InputStreamReader(
                    Files.newInputStream(file),
                    charset
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))));
    try {
      text.mark(1);
      if (text.read() != MARK) {
        text.reset();
      }
      return text;
    } catch (IOException e) {
      text.close();
      throw e;
    }
  }

  /// What is read from here on belongs to that row.
  void beginRow(long number) {
    limit.begin(number);
  }

  /// Bytes that are none of the encoding. Files are read ahead: where exactly they stand is not
  /// known.
  ///
  /// @param line how many lines were read before
  static ImportFault otherBytes(long line, Charset charset) {
    return new ImportFault("imports.other-bytes", line, charset.displayName());
  }
}
