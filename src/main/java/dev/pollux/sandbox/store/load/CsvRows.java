package dev.pollux.sandbox.store.load;

import dev.pollux.sandbox.store.schema.ColumnDef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows of a CSV file; columns by position.
final class CsvRows implements LoadRows {
  private static final String UNCLOSED = "Missing close quote character (\").";
  private final TextFile.Rows rows;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<ColumnDef> columns;
  private final LoadFormat format;
  private boolean broken;

  CsvRows(Path file, List<ColumnDef> columns, LoadFormat format, int skip) throws IOException {
    this.columns = columns;
    this.format = format;
    rows = TextFile.rows(file, format.charset());
    parser =
        CSVParser.parse(
            rows.text(),
            CSVFormat.DEFAULT
                .builder()
                .setDelimiter(format.delimiter())
                .setQuote(format.quote().orElse(null))
                // Only an unquoted marker is NULL, so that "" is an empty text.
                .setQuoteMode(QuoteMode.ALL_NON_NULL)
                .setNullString(format.nullMarker())
                .setIgnoreEmptyLines(true)
                .get());
    records = parser.iterator();
    for (int i = 0; i < skip && hasNext(); i++) {
      records.next();
    }
  }

  @Override
  public @Nullable JsonNode next() throws BadRow {
    if (broken) {
      return null;
    }
    try {
      return hasNext() ? row(records.next()) : null;
    } catch (UncheckedIOException e) {
      // The parser is lost from here on.
      broken = true;
      BadRow bad = new BadRow("", UNCLOSED);
      bad.initCause(e);
      throw bad;
    }
  }

  private boolean hasNext() {
    rows.begin(parser.getRecordNumber() + 1);
    return records.hasNext();
  }

  private JsonNode row(CSVRecord record) throws BadRow {
    for (String value : record) {
      if (value != null && value.indexOf('\0') >= 0) {
        throw new BadRow("", "Bad character (ASCII 0) encountered.");
      }
      boolean goesOn = value != null && (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0);
      if (goesOn && !format.quotedNewlines()) {
        throw new BadRow("", UNCLOSED);
      }
    }
    if (record.size() > columns.size() && !format.ignoreUnknown()) {
      throw new BadRow(
          "",
          "Too many values in line. Found "
              + record.size()
              + " column(s) while expected "
              + columns.size()
              + ".");
    }
    if (record.size() < columns.size() && !format.jagged()) {
      throw new BadRow(
          "",
          "Too few values in line. Found "
              + record.size()
              + " column(s) while expected "
              + columns.size()
              + ".");
    }
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
      String value = record.get(i);
      if (value != null) {
        row.put(columns.get(i).name(), value);
      }
    }
    return row;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
