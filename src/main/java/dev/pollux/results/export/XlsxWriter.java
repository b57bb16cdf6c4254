package dev.pollux.results.export;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// One sheet: numbers, yes and no are cells of their kind, all else is text, which is never a
/// formula there. A number of more digits than a spreadsheet keeps is text too.
final class XlsxWriter implements RowWriter {
  /// https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
  static final int MOST_CHARACTERS = 32_767;

  private static final int KEPT_DIGITS = 15;
  private static final int ROWS_IN_MEMORY = 500;
  private final List<Field> columns;
  private final OutputStream file;
  private final Workbook book;
  private final Worksheet sheet;
  private int row;
  private long cut;

  XlsxWriter(Path path, List<Field> columns) throws IOException {
    this.columns = columns;
    file = Files.newOutputStream(path);
    book = new Workbook(file, "Pollux", "1.0");
    sheet = book.newWorksheet("Pollux");
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      text(i, columns.get(i).name());
    }
    row++;
  }

  @Override
  public void write(List<Value> values) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      cell(i, columns.get(i), values.get(i));
    }
    row++;
    if (row % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private void cell(int column, Field field, Value value) {
    if (value instanceof Value.Null) {
      return;
    }
    String text = ValueJson.text(field, value);
    if (!(value instanceof Value.Scalar)) {
      text(column, text);
      return;
    }
    switch (field.type()) {
      case INT64, FLOAT64, NUMERIC, BIGNUMERIC -> number(column, text);
      case BOOL -> sheet.value(row, column, Boolean.valueOf(text));
      case STRING,
          BYTES,
          TIMESTAMP,
          DATE,
          TIME,
          DATETIME,
          GEOGRAPHY,
          JSON,
          INTERVAL,
          RANGE,
          STRUCT ->
          text(column, text);
    }
  }

  private void number(int column, String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      boolean kept =
          number.stripTrailingZeros().precision() <= KEPT_DIGITS
              || new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) == 0;
      if (kept && Double.isFinite(number.doubleValue())) {
        sheet.value(row, column, number.doubleValue());
        return;
      }
    } catch (NumberFormatException _) {
      // NaN and the infinities.
    }
    text(column, text);
  }

  private void text(int column, String text) {
    String fitting = SheetText.escaped(text);
    if (fitting.length() > MOST_CHARACTERS) {
      cut++;
      fitting = SheetText.cut(fitting, MOST_CHARACTERS);
    }
    sheet.inlineString(row, column, fitting);
  }

  @Override
  public long cut() {
    return cut;
  }

  @Override
  public void finish() throws IOException {
    book.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
