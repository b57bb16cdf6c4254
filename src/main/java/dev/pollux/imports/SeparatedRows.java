package dev.pollux.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
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
/// NULL, and `""` an empty text. An empty line is a row where there is one column, and none where
/// there are several.
final class SeparatedRows implements FileRows {
  private final CSVParser parser;
  private final RowReader text;
  private final TextForm form;
  private final Iterator<CSVRecord> records;
  private final List<String> names;
  private Optional<CSVRecord> first = Optional.empty();
  private long line = 1;

  SeparatedRows(Path file, TextForm form) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(form.separator())
            .setNullString("")
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .setIgnoreEmptyLines(false)
            .get();
    this.form = form;
    try {
      text = FileText.open(file, form.charset());
      parser = CSVParser.builder().setReader(text).setFormat(format).get();
    } catch (CharacterCodingException _) {
      throw FileText.otherBytes(0, form.charset());
    }
    records = parser.iterator();
    try {
      CSVRecord head = null;
      while ((head == null || isEmpty(head) || isHint(head)) && records.hasNext()) {
        line = parser.getCurrentLineNumber() + 1;
        head = records.next();
      }
      if (head == null || isEmpty(head)) {
        names = List.of();
        return;
      }
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

  /// `sep=;` as the first line is a word to spreadsheets, and no row.
  private static boolean isHint(CSVRecord record) {
    return record.size() <= 2
        && TextForm.HINT.matcher(String.valueOf(record.get(0))).matches()
        && (record.size() == 1 || record.get(1) == null);
  }

  private static boolean isEmpty(CSVRecord record) {
    return record.size() == 1 && record.get(0) == null;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public Optional<List<@Nullable String>> next() throws IOException {
    Optional<CSVRecord> found = record();
    while (found.isPresent() && names.size() > 1 && isEmpty(found.get())) {
      found = record();
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CSVRecord record = found.get();
    if (record.size() > names.size()) {
      throw new ImportFault("imports.more-cells", line, record.size(), names.size());
    }
    if (record.size() < names.size() && !form.shortRows()) {
      throw new ImportFault("imports.fewer-cells", line, record.size(), names.size());
    }
    List<@Nullable String> cells = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      cells.add(i < record.size() ? record.get(i) : null);
    }
    return Optional.of(cells);
  }

  private Optional<CSVRecord> record() throws IOException {
    if (first.isPresent()) {
      Optional<CSVRecord> head = first;
      first = Optional.empty();
      return head;
    }
    line = parser.getCurrentLineNumber() + 1;
    text.beginRow(line);
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw broken(e);
    }
  }

  @Override
  public long place() {
    return line;
  }

  /// A quote that is not closed, or has something behind it, unless it is the bytes.
  private ImportFault broken(RuntimeException e) {
    return switch (e.getCause()) {
      case ImportFault fault -> fault;
      case CharacterCodingException _ ->
          FileText.otherBytes(parser.getCurrentLineNumber(), form.charset());
      case null, default -> new ImportFault("imports.quotes", line);
    };
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
