package dev.pollux.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The sheets of a workbook, and the one that is read.
///
/// @param sheets in the workbook's order; none in other files
/// @param read the one that is read; empty in other files
public record SheetChoice(List<ImportSheet> sheets, Optional<ImportSheet> read) {
  /// That of a file without sheets.
  public static final SheetChoice NONE = new SheetChoice(List.of(), Optional.empty());

  public SheetChoice {
    sheets = List.copyOf(sheets);
  }

  /// Takes the sheet of that name; where nobody chose, the first that a spreadsheet shows.
  ///
  /// @throws ImportFault when the workbook has no such sheet, as where it was renamed meanwhile
  static SheetChoice of(List<ImportSheet> sheets, Optional<String> name) throws ImportFault {
    if (sheets.isEmpty()) {
      throw new ImportFault("imports.broken-file");
    }
    if (name.isEmpty()) {
      return new SheetChoice(
          sheets,
          sheets.stream()
              .filter(sheet -> !sheet.hidden())
              .findFirst()
              .or(() -> Optional.of(sheets.getFirst())));
    }
    Optional<ImportSheet> found =
        sheets.stream().filter(sheet -> sheet.name().equals(name.get())).findFirst();
    if (found.isEmpty()) {
      throw new ImportFault("imports.no-sheet", name.get());
    }
    return new SheetChoice(sheets, found);
  }

  /// What can be chosen in a workbook whose sheet cannot be read: another one may be. Nothing where
  /// the file is no workbook.
  public static SheetChoice in(Path file, ImportFormat format, Optional<String> name) {
    if (format != ImportFormat.XLSX) {
      return NONE;
    }
    try (SheetPlaces places = new SheetPlaces(file, name)) {
      return places.choice();
    } catch (IOException _) {
      return NONE;
    }
  }

  /// The name of the sheet that is read.
  public Optional<String> name() {
    return read.map(ImportSheet::name);
  }
}
