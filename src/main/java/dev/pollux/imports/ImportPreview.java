package dev.pollux.imports;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a file is, as far as its head says: its columns with names that BigQuery takes and types
/// that its first rows fit, and these rows.
///
/// @param bytes how large the file is
/// @param text how text between separators is read
/// @param sheets those of a workbook, and the one that is read; none in other files
/// @param notes what does not become a value as a person sees it in the file
/// @param rows some of the first, as the file has them
public record ImportPreview(
    Path file,
    ImportFormat format,
    long bytes,
    TextForm text,
    SheetChoice sheets,
    List<ImportNote> notes,
    List<ImportColumn> columns,
    List<Row> rows) {
  /// Rows that types are guessed from.
  private static final int GUESSED = 1_000;

  /// So that rows that are long each are not kept by the thousand.
  private static final long GUESSED_CHARACTERS = 3L * FileText.MOST_OF_A_ROW;

  private static final int SHOWN = 100;

  /// A word with a letter that is no ASCII, as far as one line shows it.
  private static final Pattern FOREIGN =
      Pattern.compile("[\\p{L}\\p{N}]{0,20}[^\\x00-\\x7f\\s][^\\s]{0,20}");

  /// BigQuery takes no more columns in a table (https://docs.cloud.google.com/bigquery/quotas).
  private static final int MOST_COLUMNS = 10_000;

  public ImportPreview {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// Guesses all of it.
  ///
  /// @throws ImportFault when the file breaks its form, or has no column
  public static ImportPreview of(Path file, ImportFormat format) throws IOException {
    return of(file, format, Optional.empty());
  }

  /// The same of a sheet of a workbook.
  ///
  /// @param sheet its name; empty for the first that a spreadsheet shows
  public static ImportPreview of(Path file, ImportFormat format, Optional<String> sheet)
      throws IOException {
    check(file);
    return of(file, format, TextForm.guess(file, format), sheet);
  }

  /// The same, where a person says how text is read.
  public static ImportPreview of(Path file, ImportFormat format, TextForm text) throws IOException {
    return of(file, format, text, Optional.empty());
  }

  private static ImportPreview of(
      Path file, ImportFormat format, TextForm text, Optional<String> sheet) throws IOException {
    check(file);
    List<List<@Nullable String>> head = new ArrayList<>();
    List<String> names;
    SheetChoice sheets;
    List<ImportNote> notes;
    try (FileRows rows = FileRows.open(file, format, text, sheet)) {
      names = rows.names();
      sheets = rows.sheets();
      if (names.isEmpty()) {
        throw sheets
            .name()
            .map(name -> new ImportFault("imports.empty-sheet", name))
            .orElseGet(() -> new ImportFault("imports.empty"));
      }
      if (names.size() > MOST_COLUMNS) {
        throw new ImportFault("imports.many-columns", names.size(), MOST_COLUMNS);
      }
      long characters = 0;
      Optional<List<@Nullable String>> row = rows.next();
      while (row.isPresent() && head.size() < GUESSED && characters < GUESSED_CHARACTERS) {
        head.add(row.get());
        characters += characters(row.get());
        row = rows.next();
      }
      notes = rows.notes();
    }
    List<String> valid = TableNames.columns(names);
    List<ImportColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new ImportColumn(names.get(i), valid.get(i), type(head, i)));
    }
    List<Row> shown = head.stream().limit(SHOWN).map(ImportPreview::row).toList();
    return new ImportPreview(file, format, Files.size(file), text, sheets, notes, columns, shown);
  }

  /// A file that was dropped may be a folder of that name, a pipe, or a link to what has no end.
  private static void check(Path file) throws ImportFault {
    if (!Files.exists(file)) {
      throw new ImportFault("imports.gone");
    }
    if (!Files.isRegularFile(file)) {
      throw new ImportFault("imports.not-a-file");
    }
    if (!Files.isReadable(file)) {
      throw new ImportFault("imports.denied");
    }
  }

  private static long characters(List<@Nullable String> cells) {
    return cells.stream().mapToLong(cell -> cell == null ? 0 : cell.length()).sum();
  }

  private static FieldType type(List<List<@Nullable String>> head, int column) {
    List<String> cells = new ArrayList<>();
    for (List<@Nullable String> row : head) {
      String cell = row.get(column);
      if (cell != null && !cell.isBlank()) {
        cells.add(cell);
      }
    }
    return cells.isEmpty()
        ? FieldType.STRING
        : CellReading.TYPES.stream()
            .filter(type -> cells.stream().allMatch(cell -> CellReading.keeps(type, cell)))
            .findFirst()
            .orElse(FieldType.STRING);
  }

  private static Row row(List<@Nullable String> cells) {
    return new Row(
        cells.stream()
            .map(cell -> cell == null ? Value.NULL : (Value) new Value.Scalar(cell))
            .toList());
  }

  /// Whether the encoding is a guess that nothing in the file bears out.
  public boolean isEncodingDoubtful() {
    return format.isText() && !text.isEncodingSaid();
  }

  /// The first name or value that another encoding would read otherwise: by its letters a person
  /// sees whether the encoding is right.
  public Optional<String> foreignLetters() {
    return Stream.concat(
            columns.stream().map(ImportColumn::inFile),
            rows.stream()
                .flatMap(row -> row.values().stream())
                .map(value -> value instanceof Value.Scalar(String said) ? said : ""))
        .map(FOREIGN::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  /// The same with other columns: as many, in the same order.
  public ImportPreview with(List<ImportColumn> others) {
    return new ImportPreview(file, format, bytes, text, sheets, notes, others, rows);
  }

  /// The table that it becomes.
  public TableSchema schema() {
    return new TableSchema(
        columns.stream().map(column -> Field.of(column.name(), column.type())).toList());
  }

  /// What is wrong with the names, the first column's first, as a key of the word files and what
  /// stands in it.
  public Optional<ImportFault> fault() {
    return faults().stream().flatMap(Optional::stream).findFirst();
  }

  /// What is wrong with the name of each column.
  public List<Optional<ImportFault>> faults() {
    Set<String> before = new HashSet<>();
    List<Optional<ImportFault>> faults = new ArrayList<>();
    for (ImportColumn column : columns) {
      boolean first = before.add(column.name().toLowerCase(Locale.ROOT));
      faults.add(
          TableNames.isColumn(column.name())
              ? fault(!first, "imports.twice", column)
              : fault(true, "imports.bad-name", column));
    }
    return faults;
  }

  private static Optional<ImportFault> fault(boolean wrong, String words, ImportColumn column) {
    return wrong ? Optional.of(new ImportFault(words, column.name())) : Optional.empty();
  }
}
