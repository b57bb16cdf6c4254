package dev.pollux.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// The first sheet of a workbook, its first row the names of the columns. A formula is what it gave
/// when the workbook was saved.
final class SheetRows implements FileRows {
  /// What is between quotes or brackets in a format is no part of a date.
  private static final Pattern NOT_A_PART = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

  private final ReadableWorkbook book;
  private final Stream<Row> sheet;
  private final Iterator<Row> rows;
  private final List<String> names = new ArrayList<>();

  SheetRows(Path file) throws IOException {
    try {
      book = new ReadableWorkbook(Files.newInputStream(file), new ReadingOptions(true, false));
      sheet = book.getFirstSheet().openStream();
      rows = sheet.iterator();
      if (rows.hasNext()) {
        Row head = rows.next();
        for (int i = 0; i < head.getCellCount(); i++) {
          names.add(Optional.ofNullable(text(head, i)).orElse(""));
        }
      }
    } catch (IOException | ExcelReaderException e) {
      throw new ImportFault("imports.broken-file", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public Optional<List<@Nullable String>> next() throws IOException {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        List<@Nullable String> cells = new ArrayList<>();
        boolean empty = true;
        for (int i = 0; i < names.size(); i++) {
          String cell = text(row, i);
          empty = empty && cell == null;
          cells.add(cell);
        }
        if (!empty) {
          return Optional.of(cells);
        }
      }
      return Optional.empty();
    } catch (ExcelReaderException e) {
      throw new ImportFault("imports.broken-file", String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String text(Row row, int index) {
    Cell cell = index < row.getCellCount() ? row.getCell(index) : null;
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return null;
    }
    if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
      return date(cell.asDate());
    }
    return switch (cell.getType()) {
      case BOOLEAN -> cell.asBoolean().toString();
      case NUMBER -> cell.asNumber().toPlainString();
      case STRING -> cell.asString();
      case FORMULA -> cell.getRawValue();
      case EMPTY, ERROR -> null;
    };
  }

  private static boolean isDate(@Nullable String format) {
    return format != null && NOT_A_PART.matcher(format).replaceAll("").matches("(?s).*[yYdDhH].*");
  }

  private static String date(LocalDateTime moment) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toString().replace('T', ' ');
  }

  @Override
  public void close() throws IOException {
    sheet.close();
    book.close();
  }
}
