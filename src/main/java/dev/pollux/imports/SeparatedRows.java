package dev.pollux.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
  private static final char MARK = '\ufeff';
  private final CSVParser parser;
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
    parser = CSVParser.builder().setReader(reader(file, form)).setFormat(format).get();
    records = parser.iterator();
    try {
      if (!records.hasNext()) {
        names = List.of();
        return;
      }
      CSVRecord head = records.next();
      names =
          form.header()
              ? head.stream().map(name -> name == null ? "" : name).toList()
              : IntStream.rangeClosed(1, head.size()).mapToObj(i -> "column_" + i).toList();
      first = form.header() ? Optional.empty() : Optional.of(head);
    } catch (UncheckedIOException | IllegalStateException e) {
      parser.close();
      throw broken(e);
    }
  }

  private static Reader reader(Path file, TextForm form) throws IOException {
    InputStream in = Files.newInputStream(file);
    PushbackReader reader =
        new PushbackReader(new BufferedReader(new InputStreamReader(in, form.charset())));
    int begins = reader.read();
    if (begins >= 0 && begins != MARK) {
      reader.unread(begins);
    }
    return reader;
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
      try {
        if (!records.hasNext()) {
          return Optional.empty();
        }
        record = records.next();
      } catch (UncheckedIOException | IllegalStateException e) {
        throw broken(e);
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

  /// A quote that is not closed, as a rule.
  private ImportFault broken(RuntimeException e) {
    return new ImportFault(
        "imports.broken-line", parser.getCurrentLineNumber(), String.valueOf(e.getMessage()));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
