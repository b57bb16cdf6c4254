package dev.pollux.results.export;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.SpreadsheetText;
import dev.pollux.domain.value.Value;
import dev.pollux.domain.value.WellFormed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/// Cells with something between them (https://www.rfc-editor.org/rfc/rfc4180), in UTF-8.
final class SeparatedWriter implements RowWriter {
  private final List<Field> columns;
  private final boolean exact;
  private final CSVPrinter out;

  SeparatedWriter(Path file, List<Field> columns, char separator, boolean exact)
      throws IOException {
    this.columns = columns;
    this.exact = exact;
    // All that is not NULL in quotes, so that an empty text differs from it.
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator)
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .get();
    out = new CSVPrinter(Files.newBufferedWriter(file), format);
    for (Field column : columns) {
      String name = WellFormed.of(column.name());
      out.print(exact ? name : SpreadsheetText.harmless(name));
    }
    out.println();
  }

  @Override
  public void write(List<Value> row) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      Field column = columns.get(i);
      Value value = row.get(i);
      if (value instanceof Value.Null) {
        out.print(null);
      } else {
        String text = WellFormed.of(ValueJson.text(column, value));
        out.print(exact ? text : SpreadsheetText.harmless(column, text));
      }
    }
    out.println();
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
