package dev.pollux.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/// Cells between separators (https://www.rfc-editor.org/rfc/rfc4180). A cell without anything is
/// NULL, and `""` an empty text.
final class SeparatedRows implements FileRows {
  private final CSVParser parser;
  private final Charset charset;
  private final Iterator<CSVRecord> records;
  private final List<String> names;
  private Optional<CSVRecord> first = Optional.empty();
  private long row;

  SeparatedRows(Path file, TextForm form) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(form.separator())
            .setNullString("")
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .setIgnoreEmptyLines(true)
            .get();
    charset = form.charset();
    try {
      parser = CSVParser.builder().setReader(FileText.open(file, charset)).setFormat(format).get();
    } catch (CharacterCodingException _) {
      throw FileText.otherBytes(0, charset);
    }
    records = parser.iterator();
    try {
      if (!records.hasNext()) {
        names = List.of();
        return;
      }
      CSVRecord head = records.next();
      if (isHint(head) && records.hasNext()) {
        head = records.next();
      }
      names =
          form.header()
              ? head.stream().map(name -> name == null ? "" : name).toList()
              : IntStream.rangeClosed(1, head.size()).mapToObj(i -> "column_" + i).toList();
      first = form.header() ? Optional.empty() : Optional.of(head);
    } catch (UncheckedIOException | IllegalStateException e) {
      parser.close();
      throw broken(e, 1);
    }
  }

  /// `sep=;` as the first line is a word to spreadsheets, and no row.
  private static boolean isHint(CSVRecord record) {
    return record.size() <= 2
        && TextForm.HINT.matcher(String.valueOf(record.get(0))).matches()
        && (record.size() == 1 || record.get(1) == null);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Optional<List<@Nullable String>> next() throws IOException {
    row++;
    CSVRecord record;
    if (first.isPresent()) {
      record = first.get();
      first = Optional.empty();
    } else {
      long line = parser.getCurrentLineNumber() + 1;
      try {
        if (!records.hasNext()) {
          return Optional.empty();
        }
        record = records.next();
      } catch (UncheckedIOException | IllegalStateException e) {
        throw broken(e, line);
      }
    }
    if (record.size() > names.size()) {
      throw new ImportFault("imports.more-cells", row, record.size(), names.size());
    }
    List<@Nullable String> cells = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      cells.add(i < record.size() ? record.get(i) : null);
    }
    return Optional.of(cells);
  }

  /// A quote that is not closed, or has something behind it, unless it is the bytes.
  ///
  /// @param line where the row begins
  private ImportFault broken(RuntimeException e, long line) {
    return e.getCause() instanceof CharacterCodingException
        ? FileText.otherBytes(parser.getCurrentLineNumber(), charset)
        : new ImportFault("imports.quotes", line);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
