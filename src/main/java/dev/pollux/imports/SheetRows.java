package dev.pollux.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// A sheet of a workbook, its first row the names of the columns. A formula is what it gave when
/// the workbook was saved.
final class SheetRows implements FileRows {
  /// What is between quotes or brackets in a format is no part of a date, nor what is as wide as a
  /// blank (`_D`) or fills a cell (`*d`), as in formats of sums; nor how no format is called.
  private static final Pattern NOT_A_PART =
      Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].|(?i)standard|general");

  /// Hours beyond 24 are no time of a day.
  private static final Pattern DURATION = Pattern.compile("\\[([hH]+|[mM]+|[sS]+)\\]");

  private static final Pattern A_PART = Pattern.compile("[yYdDhHmM]");

  /// Dates and times, each as its country writes them (ECMA-376 part 1, 18.8.30).
  private static final Set<Integer> EAST_ASIAN =
      IntStream.concat(IntStream.rangeClosed(27, 36), IntStream.rangeClosed(50, 58))
          .boxed()
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern DAY = Pattern.compile("[yYdD]");
  private static final Pattern ERRORS = Pattern.compile("#(DIV/0!|N/A|GETTING_DATA|[A-Z_]+[!?])");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
  private static final int SHOWN_DIGITS = 15;

  /// Those of the smallest double.
  private static final int MOST_DECIMALS = 324 + SHOWN_DIGITS;

  private static final long MILLIS_OF_A_DAY = 86_400_000;

  private final SheetPlaces places;
  private final ReadableWorkbook book;
  private final Stream<Row> sheet;
  private final Iterator<Row> rows;
  private final List<String> names = new ArrayList<>();
  private long place;

  /// @param name of the sheet; empty for the first that is seen
  SheetRows(Path file, Optional<String> name) throws IOException {
    places = new SheetPlaces(file, name);
    book = workbook(file);
    try {
      sheet =
          places
              .choice()
              .name()
              .flatMap(book::findSheet)
              .orElseThrow(() -> new ImportFault("imports.broken-file"))
              .openStream();
      rows = sheet.iterator();
      while (names.isEmpty() && hasNext()) {
        Row head = rows.next();
        for (int i = 0; i < head.getCellCount(); i++) {
          names.add(Optional.ofNullable(text(head, i)).orElse(""));
        }
      }
    } catch (IOException
        | ExcelReaderException
        | IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      book.close();
      places.close();
      throw e instanceof ImportFault fault ? fault : new ImportFault("imports.broken-file");
    }
  }

  private ReadableWorkbook workbook(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(places.isStyled(), false));
    } catch (IOException | RuntimeException _) {
      places.close();
      throw new ImportFault("imports.broken-file");
    }
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public SheetChoice sheets() {
    return places.choice();
  }

  @Override
  public List<ImportNote> notes() throws IOException {
    return places.notes();
  }

  @Override
  public Optional<List<@Nullable String>> next() throws IOException {
    try {
      while (hasNext()) {
        Row row = rows.next();
        place = row.getRowNum();
        List<@Nullable String> cells = new ArrayList<>();
        boolean empty = true;
        for (int i = 0; i < names.size(); i++) {
          String cell = text(row, i);
          empty = empty && cell == null;
          cells.add(cell);
        }
        beyondTheHead(row);
        if (!empty) {
          return Optional.of(cells);
        }
      }
      return Optional.empty();
    } catch (ExcelReaderException
        | IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException _) {
      // Also a cell of a kind that the library does not know.
      throw new ImportFault("imports.broken-file");
    }
  }

  @Override
  public long place() {
    return place;
  }

  private boolean hasNext() throws ImportFault {
    places.nextRow();
    return rows.hasNext();
  }

  /// What has no name in the first row has no place in the table.
  private void beyondTheHead(Row row) throws ImportFault {
    for (int i = names.size(); i < row.getCellCount(); i++) {
      String cell = text(row, i);
      if (cell != null && !cell.isBlank()) {
        throw new ImportFault(
            "imports.beyond-head", row.getRowNum(), row.getCell(i).getAddress().toString());
      }
    }
  }

  private @Nullable String text(Row row, int index) {
    Cell cell = index < row.getCellCount() ? row.getCell(index) : null;
    if (cell == null) {
      return null;
    }
    return switch (cell.getType()) {
      case BOOLEAN -> cell.asBoolean().toString();
      case NUMBER -> number(cell, cell.asNumber());
      case STRING -> EscapedCharacters.decode(places.inlineText(index).orElseGet(cell::asString));
      case FORMULA -> result(cell);
      case EMPTY, ERROR -> null;
    };
  }

  /// What a formula gave: a number is one here that is written as one.
  private static @Nullable String result(Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null || ERRORS.matcher(raw).matches()) {
      return null;
    }
    if (cell.getValue() instanceof Boolean said) {
      return said.toString();
    }
    return NUMBER.matcher(raw).matches()
        ? number(cell, new BigDecimal(raw))
        : EscapedCharacters.decode(raw);
  }

  /// A spreadsheet computes in doubles: what is beyond them was not written by one, and may have a
  /// thousand million digits.
  private static String number(Cell cell, BigDecimal number) {
    if (Double.isInfinite(number.doubleValue())) {
      throw new IllegalStateException("no number of a spreadsheet");
    }
    return isDate(cell) ? moment(cell, number.doubleValue()) : plain(number);
  }

  /// A spreadsheet shows 15 digits, and writes 17 of a number that it has computed.
  private static String plain(BigDecimal number) {
    return number.precision() <= SHOWN_DIGITS && number.scale() <= MOST_DECIMALS
        ? number.toPlainString()
        : new BigDecimal(Double.toString(number.doubleValue())).toPlainString();
  }

  /// A time alone is a part of a day.
  private static String moment(Cell cell, double days) {
    long millis = Math.round(days * MILLIS_OF_A_DAY);
    String format = cell.getDataFormatString();
    boolean dayless = format == null || !DAY.matcher(format(format)).find();
    return dayless && millis >= 0 && millis < MILLIS_OF_A_DAY
        ? DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(millis * 1_000_000))
        : date(cell.asDate());
  }

  /// A format of the countries of East Asia has a number only.
  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    Integer number = cell.getDataFormatId();
    return format != null
        ? !DURATION.matcher(format).find() && A_PART.matcher(format(format)).find()
        : number != null && EAST_ASIAN.contains(number);
  }

  private static String format(String format) {
    return NOT_A_PART.matcher(format).replaceAll("");
  }

  private static String date(LocalDateTime moment) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toLocalDate() + " " + DateTimeFormatter.ISO_LOCAL_TIME.format(moment);
  }

  @Override
  public void close() throws IOException {
    sheet.close();
    book.close();
    places.close();
  }
}
