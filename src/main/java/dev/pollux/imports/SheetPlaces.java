package dev.pollux.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Looks at the rows of a sheet one step ahead of its reader, which makes room for each cell where
/// the cell says that it stands, be it in column number 300,000,000.
final class SheetPlaces implements Closeable {
  /// A sheet ends there
  /// (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3).
  private static final int COLUMNS = 16_384;

  private static final int ROWS = 1_048_576;
  private static final Pattern PLACE = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");
  private static final Pattern ROW = Pattern.compile("\\d{1,7}");
  private final ZipFile file;
  private final ZipEntry part;
  private final XMLStreamReader sheet;
  private final boolean styled;
  private final SheetChoice choice;
  private final InlineTexts inline = new InlineTexts();
  private long row;

  /// @param name of the sheet; empty for the first that is seen
  /// @throws ImportFault when it is no workbook, or has more in it than the memory should
  SheetPlaces(Path path, Optional<String> name) throws IOException {
    try {
      file = new ZipFile(path.toFile());
    } catch (IOException _) {
      throw new ImportFault("imports.broken-file");
    }
    try {
      WorkbookParts parts = new WorkbookParts(file);
      parts.check();
      styled = parts.hasStyles();
      choice = SheetChoice.of(parts.shown(), name);
      part = parts.sheet(choice);
      sheet = WorkbookParts.xml(file.getInputStream(part));
    } catch (IOException | XMLStreamException e) {
      file.close();
      throw e instanceof ImportFault fault ? fault : new ImportFault("imports.broken-file");
    }
  }

  /// The sheets of the workbook, and this one.
  SheetChoice choice() {
    return choice;
  }

  /// What of the sheet has no value of its own in a table.
  List<ImportNote> notes() throws IOException {
    try (InputStream whole = file.getInputStream(part)) {
      return SheetLosses.in(WorkbookParts.xml(whole));
    } catch (XMLStreamException _) {
      throw new ImportFault("imports.broken-file");
    }
  }

  /// Whether its cells have formats.
  boolean isStyled() {
    return styled;
  }

  /// Looks at the next row, where there is one.
  ///
  /// @throws ImportFault when a cell of it has no place in a sheet, or two have the same, or it is
  ///   too long
  void nextRow() throws ImportFault {
    try {
      while (sheet.hasNext()) {
        if (sheet.next() == XMLStreamConstants.START_ELEMENT && is("row")) {
          row++;
          String number = sheet.getAttributeValue(null, "r");
          if (number != null && !isRow(number)) {
            throw new ImportFault("imports.no-place", row, start(number));
          }
          row = number == null ? row : Integer.parseInt(number);
          cells();
          return;
        }
      }
    } catch (XMLStreamException _) {
      throw new ImportFault("imports.broken-file");
    }
  }

  /// The text that a cell of the row has itself.
  Optional<String> inlineText(int column) {
    return inline.at(column);
  }

  private void cells() throws XMLStreamException, ImportFault {
    BitSet taken = new BitSet();
    inline.clear();
    int column = -1;
    long left = FileText.MOST_OF_A_ROW;
    while (sheet.hasNext()) {
      int event = sheet.next();
      if (event == XMLStreamConstants.END_ELEMENT && is("row")) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT && is("c")) {
        String place = sheet.getAttributeValue(null, "r");
        column = place == null ? column + 1 : column(place);
        if (column >= COLUMNS || taken.get(column)) {
          throw new ImportFault("imports.no-place", row, place == null ? "" : place);
        }
        taken.set(column);
      } else if (sheet.hasText()) {
        left -= sheet.getTextLength();
        if (left < 0) {
          throw ImportFault.longRow(row);
        }
      }
      inline.hear(event, sheet, column);
    }
  }

  private boolean is(String name) {
    return sheet.getLocalName().equals(name);
  }

  private static boolean isRow(String number) {
    return ROW.matcher(number).matches()
        && Integer.parseInt(number) >= 1
        && Integer.parseInt(number) <= ROWS;
  }

  /// From 0.
  private int column(String place) throws ImportFault {
    Matcher matcher = PLACE.matcher(place);
    if (!matcher.matches() || !isRow(matcher.group(2))) {
      throw new ImportFault("imports.no-place", row, start(place));
    }
    int column = 0;
    for (char letter : matcher.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }

  private static String start(String text) {
    return text.substring(0, Math.min(20, text.length()));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
