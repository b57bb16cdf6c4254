package dev.pollux.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.OpenSandbox;
import dev.pollux.testing.ZetaSqlOracle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of each form become tables of the sandbox, through Google's own client.
class FileImportTest {
  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();
  @TempDir private Path folder;

  private static TableRef table(String name) {
    return new TableRef(Sandbox.PROJECT, "mine", name);
  }

  private ImportPreview preview(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return ImportPreview.of(file, ImportFormat.of(file).orElseThrow());
  }

  private static long load(ImportPreview preview, String name) throws Exception {
    return new FileImport(SANDBOX.cloud().loads())
        .run(preview, table(name), Location.US_CENTRAL1, "load_" + name, _ -> {}, _ -> {});
  }

  /// `name TYPE` of each column, then the rows.
  private static List<String> made(String name) throws Exception {
    TableInfo info = SANDBOX.cloud().catalog().table(table(name)).orElseThrow();
    List<String> all = new ArrayList<>();
    info.schema().fields().forEach(field -> all.add(field.name() + " " + field.typeName()));
    for (Row row : SANDBOX.cloud().rows().page(info.ref(), info.schema(), 0, 100).rows()) {
      all.add(
          String.join(
              " | ",
              row.values().stream()
                  .map(value -> value instanceof Value.Scalar(String text) ? text : "NULL")
                  .toList()));
    }
    return all;
  }

  @Test
  void separatedTextKeepsNullUnlikeEmpty() throws Exception {
    ImportPreview preview =
        preview(
            "people.csv",
            """
            Prénom,âge,né le,note,vu
            "Zoë, dite ""Z\""",41,1983-05-01,"two
            lines",2024-01-31T12:00:00Z
            "",,,=1+1,
            \u202eabc\t😀,-3,0001-01-01,'x',1969-07-20 20:17:40+00
            """);
    assertThat(load(preview, "people")).isEqualTo(3);
    assertThat(made("people"))
        .containsExactly(
            "Prenom STRING",
            "age INT64",
            "ne_le DATE",
            "note STRING",
            "vu TIMESTAMP",
            "Zoë, dite \"Z\" | 41 | 1983-05-01 | two\nlines | 2024-01-31 12:00:00+00",
            " | NULL | NULL | =1+1 | NULL",
            "\u202eabc\t😀 | -3 | 0001-01-01 | 'x' | 1969-07-20 20:17:40+00");
  }

  /// Who did not hear that the job is there sends it again, under its id.
  @Test
  void whatIsSentTwiceUnderOneIdIsLoadedOnce() throws Exception {
    ImportPreview preview = preview("twice.csv", "a\n1\n2\n");
    load(preview, "twice");
    load(preview, "twice");
    assertThat(made("twice")).containsExactly("a INT64", "1", "2");
  }

  @Test
  void linesOfJsonKeepTheirDigits() throws Exception {
    ImportPreview preview =
        preview(
            "x.ndjson",
            """
            {"i": 9007199254740993, "j": {"n": 1.50, "l": [null]}, "b": true}
            {"j": [], "s": "nul \\u0000 esc \\u001b"}
            """);
    assertThat(load(preview, "json")).isEqualTo(2);
    assertThat(made("json").subList(0, 5))
        .containsExactly(
            "i INT64",
            "j JSON",
            "b BOOL",
            "s STRING",
            "9007199254740993 | {\"l\":[null],\"n\":1.5} | true | NULL");
    assertThat(made("json").getLast()).endsWith("NULL | nul \0 esc \u001b");
  }

  @Test
  void aSheetIsReadWithItsDatesAndFormulas() throws Exception {
    Path file = folder.resolve("sheet.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      Workbook book = new Workbook(out, "test", "1.0");
      Worksheet sheet = book.newWorksheet("first");
      String[] names = {"word", "number", "day", "yes"};
      for (int i = 0; i < names.length; i++) {
        sheet.value(0, i, names[i]);
      }
      sheet.value(1, 0, "a, \"b\"");
      sheet.value(1, 1, 1.25);
      sheet.value(1, 2, java.time.LocalDate.of(2024, 2, 29));
      sheet.style(1, 2).format("yyyy-MM-dd").set();
      sheet.value(1, 3, true);
      sheet.value(3, 0, "after an empty row");
      book.newWorksheet("second").value(0, 0, "not read");
      book.finish();
    }
    ImportPreview preview = ImportPreview.of(file, ImportFormat.XLSX);
    assertThat(preview.sheets().sheets())
        .extracting(ImportSheet::name)
        .containsExactly("first", "second");
    assertThat(load(preview, "sheet")).isEqualTo(2);
    assertThat(made("sheet"))
        .containsExactly(
            "word STRING",
            "number FLOAT64",
            "day DATE",
            "yes BOOL",
            "a, \"b\" | 1.25 | 2024-02-29 | true",
            "after an empty row | NULL | NULL | NULL");
  }

  @Test
  void parquetIsReadWithItsTypes() throws Exception {
    Path file = folder.resolve("x.parquet");
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT 1::BIGINT AS i, 'x' AS \"the text\", DATE '2024-02-29' AS d,"
              + " [1, 2] AS list, {'a': NULL, 'b': 'y'} AS obj, NULL::DOUBLE AS f,"
              + " TIMESTAMPTZ '2024-01-31 12:00:00.5+00' AS t) TO '"
              + file
              + "' (FORMAT parquet)");
    }
    assertThat(load(ImportPreview.of(file, ImportFormat.PARQUET), "parquet")).isOne();
    assertThat(made("parquet"))
        .containsExactly(
            "i INT64",
            "the_text STRING",
            "d DATE",
            "list JSON",
            "obj JSON",
            "f STRING",
            "t TIMESTAMP",
            "1 | x | 2024-02-29 | [1,2] | {\"a\":null,\"b\":\"y\"} | NULL"
                + " | 2024-01-31 12:00:00.500+00");
  }

  /// What is a pattern to DuckDB is a name to a person, and a folder is no column.
  @ParameterizedTest
  @ValueSource(strings = {"st*r.parquet", "wh?t.parquet", "x[1].parquet", "year=2024/q'.parquet"})
  void parquetIsReadFromThatFileAlone(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement()) {
      for (String other : List.of("star.parquet", "what.parquet", "x1.parquet")) {
        statement.execute("COPY (SELECT 0 AS a) TO '" + folder.resolve(other) + "'");
      }
      String quoted = file.toString().replace("'", "''");
      statement.execute("COPY (SELECT 7 AS a) TO '" + quoted + "' (FORMAT parquet)");
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    FileImport.write(ImportPreview.of(file, ImportFormat.PARQUET), lines, _ -> {});
    assertThat(lines).hasToString("{\"a\":7}\n");
  }

  /// Some kilobytes, which are much more when they are unpacked, be it one cell or several.
  @ParameterizedTest
  @CsvSource({"'repeat(''x'', %d + 1) AS a'", "'repeat(''x'', %d) AS a, 1 AS b'"})
  void aRowOfParquetThatIsTooLongIsSaid(String columns) throws Exception {
    Path file = folder.resolve("long.parquet");
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT "
              + columns.formatted(FileText.MOST_OF_A_ROW)
              + ") TO '"
              + file
              + "' (FORMAT parquet)");
    }
    assertThatThrownBy(() -> ImportPreview.of(file, ImportFormat.PARQUET))
        .hasMessage("imports.long-row [1, " + FileText.MOST_OF_A_ROW + "]");
  }

  /// Google reads no time without its seconds, and no microsecond is lost.
  @Test
  void timesHaveTheirSeconds() throws Exception {
    ImportPreview preview =
        preview(
            "times.csv",
            """
            t,dt,ts
            12:30,2024-01-31 12:30,2024-01-31T12:30Z
            12:30:00,2024-01-31T12:30:00,2024-01-31 12:30:00+01
            08:05:01.000001,0001-01-01 00:00:00.5,9999-12-31T23:59:59.999999Z
            """);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    FileImport.write(preview, lines, _ -> {});
    ZetaSqlOracle oracle = new ZetaSqlOracle();
    for (String line : lines.toString(StandardCharsets.UTF_8).lines().toList()) {
      oracle.evaluate(
          "SELECT CAST(JSON_VALUE(line, '$.t') AS TIME), CAST(JSON_VALUE(line, '$.dt') AS DATETIME),"
              + " CAST(JSON_VALUE(line, '$.ts') AS TIMESTAMP) FROM (SELECT '"
              + line
              + "' AS line)");
    }
    load(preview, "times");
    assertThat(made("times"))
        .startsWith("t TIME", "dt DATETIME", "ts TIMESTAMP")
        .contains(
            "12:30:00 | 2024-01-31T12:30:00 | 2024-01-31 12:30:00+00",
            "12:30:00 | 2024-01-31T12:30:00 | 2024-01-31 11:30:00+00",
            "08:05:01.000001 | 0001-01-01T00:00:00.500000 | 9999-12-31 23:59:59.999999+00");
  }

  /// Cells as spreadsheets write them: results of formulas, times of day, numbers with their noise.
  @Test
  void aSheetSaysWhatItsReaderSaw() throws Exception {
    Path file = folder.resolve("seen.xlsx");
    WrittenSheet.write(
        file,
        List.of("sum", "day", "word", "yes", "fault", "price", "at", "from"),
        """
        <c r="A2"><f>1+1</f><v>2</v></c><c r="B2" s="1"><f>TODAY()</f><v>45322</v></c>\
        <c r="C2" t="str"><f>"a"</f><v>word</v></c><c r="D2" t="b"><f>TRUE()</f><v>1</v></c>\
        <c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F2"><v>1.1000000000000001</v></c>\
        <c r="G2" s="2"><v>0.5</v></c><c r="H2" s="3"><v>45322.520833333336</v></c>\
        """);
    assertThat(load(ImportPreview.of(file, ImportFormat.XLSX), "seen")).isOne();
    assertThat(made("seen").getLast())
        .isEqualTo("2 | 2024-01-31 | word | true | NULL | 1.1 | 12:00:00 | 2024-01-31T12:30:00");
  }

  /// Programs that write each part of a cell on a line of its own (¶), what is said above Japanese
  /// words to read them, texts in several formats, and characters that XML cannot hold.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<is>¶  <t>ann</t>¶</is> | ann",
        "<is><r><t>Tō</t></r>¶ <r><t>kyō</t></r></is> | Tōkyō",
        "<is><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></is> | 東京",
        "<is><t>a_x0041_, _x005F_x0041_ and _x</t></is> | aA, _x0041_ and _x",
        "<is><t>_xD83D__xDE00_</t></is> | \uD83D\uDE00",
        "<is><t>_xD83D_ alone</t></is> | _xD83D_ alone",
      })
  void aTextInACellIsWhatASpreadsheetShows(String cell, String shown) throws Exception {
    Path file = folder.resolve("inline.xlsx");
    WrittenSheet.write(
        file,
        List.of("a", "b"),
        ("¶<c r='A2' t='inlineStr'>¶" + cell + "¶</c>¶<c r='B2'><v>1</v></c>¶").replace('¶', '\n'));
    String table = "inline_" + Integer.toHexString(cell.hashCode());
    assertThat(load(ImportPreview.of(file, ImportFormat.XLSX), table)).isOne();
    assertThat(made(table).getLast()).isEqualTo(shown + " | 1");
  }

  /// No program has to give its cells formats (ECMA-376 part 1, 12.3.20).
  @Test
  void aSheetNeedsNoStyles() throws Exception {
    Path styled = folder.resolve("styled.xlsx");
    WrittenSheet.write(
        styled, List.of("a", "b"), "<c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2.5</v></c>");
    Path plain = folder.resolve("plain.xlsx");
    WrittenSheet.withoutStyles(styled, plain);
    assertThat(load(ImportPreview.of(plain, ImportFormat.XLSX), "plain")).isOne();
    assertThat(made("plain").getLast()).isEqualTo("1 | 2.5");
  }

  /// Sums of countries whose currency has a D in it, dates of East Asia, hours of work.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "164 | #,##0.00\\ _D_M    | 45322 | 45322",
        "164 | #,##0* _k_r_d     | 45322 | 45322",
        "164 | Standard          | 45322 | 45322",
        "164 | 0.0%              | 0.25  | 0.25",
        "164 | [h]:mm            | 1.25  | 1.25",
        "164 | mm:ss             | 0.25  | 06:00:00",
        "164 | mmm               | 45322 | 2024-01-31",
        "164 | [$-407]d. mmmm    | 45322 | 2024-01-31",
        "31  | ''                | 45322 | 2024-01-31",
        "57  | ''                | 45322 | 2024-01-31",
        "33  | ''                | 0.5   | 12:00:00",
      })
  void aFormatSaysWhatIsADay(String number, String code, String value, String read)
      throws Exception {
    Path plain = folder.resolve("plain.xlsx");
    WrittenSheet.write(plain, List.of("a"), "<c r='A2' s='1'><v>" + value + "</v></c>");
    Path file = folder.resolve("formats.xlsx");
    String own = "<numFmts><numFmt numFmtId='164' formatCode='" + code + "'/></numFmts>";
    WrittenSheet.changed(
        plain,
        file,
        "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>",
        own + "<cellXfs count='4'><xf numFmtId='0'/><xf numFmtId='" + number + "'/>");
    assertThat(ImportPreview.of(file, ImportFormat.XLSX).rows())
        .hasToString("[Row[values=[Scalar[text=" + read + "]]]]");
  }

  @Test
  void aWorkbookMayCountItsDaysFrom1904() throws Exception {
    Path plain = folder.resolve("plain.xlsx");
    WrittenSheet.write(plain, List.of("a"), "<c r='A2' s='1'><v>43860</v></c>");
    Path file = folder.resolve("1904.xlsx");
    WrittenSheet.changed(plain, file, "<sheets>", "<workbookPr date1904='1'/><sheets>");
    assertThat(ImportPreview.of(file, ImportFormat.XLSX).rows())
        .hasToString("[Row[values=[Scalar[text=2024-01-31]]]]");
  }

  /// What has no value of its own is said before anything is sent, wherever it stands.
  @Test
  void errorsAndMergedCellsAreSaid() throws Exception {
    Path plain = folder.resolve("plain.xlsx");
    String last =
        "</row><row r='3'><c r='A3' t='e'><v>#N/A</v></c>"
            + "<c r='B3' t='e'><f>1/0</f><v>#DIV/0!</v></c>";
    WrittenSheet.write(plain, List.of("a", "b"), "<c r='A2'><v>1</v></c>" + last);
    Path file = folder.resolve("losses.xlsx");
    WrittenSheet.changed(
        plain,
        file,
        "</sheetData>",
        "</sheetData><mergeCells count='1'><mergeCell ref='A2:A3'/></mergeCells>");
    assertThat(ImportPreview.of(file, ImportFormat.XLSX).notes())
        .containsExactly(
            new ImportNote("imports.note.errors", List.of(2L, "A3")),
            new ImportNote("imports.note.merged", List.of(1L, "A2:A3")));
  }

  @Test
  void emptyRowsBeforeTheNamesAreSkipped() throws Exception {
    Path plain = folder.resolve("plain.xlsx");
    WrittenSheet.write(plain, List.of("a"), "<c r='A2'><v>1</v></c>");
    Path file = folder.resolve("late.xlsx");
    WrittenSheet.changed(plain, file, "<sheetData><row r=\"1\">", "<sheetData><row/><row>");
    WrittenSheet.changed(file, plain, "r='A2'", "");
    WrittenSheet.changed(plain, file, "r=\"A1\"", "");
    WrittenSheet.changed(file, plain, "<row r=\"2\">", "<row>");
    assertThat(ImportPreview.of(plain, ImportFormat.XLSX).columns())
        .extracting(ImportColumn::inFile)
        .containsExactly("a");
  }

  @Test
  void aCellBeyondTheNamesOfASheetIsSaid() throws Exception {
    Path file = folder.resolve("wide.xlsx");
    WrittenSheet.write(file, List.of("a"), "<c r=\"A2\"><v>1</v></c><c r=\"C2\"><v>99</v></c>");
    assertThatThrownBy(() -> load(ImportPreview.of(file, ImportFormat.XLSX), "wide"))
        .hasMessage("imports.beyond-head [2, C2]");
  }

  /// A kind of cell that is newer than the library that reads it.
  @Test
  void aCellOfAnUnknownKindIsSaid() throws Exception {
    Path file = folder.resolve("newer.xlsx");
    WrittenSheet.write(file, List.of("a"), "<c r=\"A2\" t=\"d\"><v>2024-01-31T00:00:00</v></c>");
    assertThatThrownBy(() -> ImportPreview.of(file, ImportFormat.XLSX))
        .isInstanceOf(ImportFault.class)
        .hasMessageStartingWith("imports.broken-file");
  }

  /// A file of two kilobytes asks for gigabytes.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r='A2'><v>1E999999999</v></c>",
        "<c r='A2'><v>-1E+999999999</v></c>",
        "<c r='A2'><f>1</f><v>1E999</v></c>",
      })
  void aCellThatNoSpreadsheetWroteIsSaid(String cell) throws Exception {
    Path file = folder.resolve("hostile.xlsx");
    WrittenSheet.write(file, List.of("a"), cell);
    assertThatThrownBy(() -> ImportPreview.of(file, ImportFormat.XLSX))
        .isInstanceOf(ImportFault.class)
        .hasMessageStartingWith("imports.broken-file");
  }

  /// Its reader makes room for each cell where it says that it stands.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "XFDZZZ1",
        "XFE2",
        "ZZZZZZZZ2",
        "A0",
        "A-1",
        "A1048577",
        "A99999999999",
        "2",
        "A",
        "A2B",
        "\u00c02",
        "R2C1",
        "$",
        "A1"
      })
  void aCellThatStandsNowhereIsSaid(String place) throws Exception {
    Path file = folder.resolve("nowhere.xlsx");
    WrittenSheet.write(
        file, List.of("a"), "<c r='A2'><v>1</v></c><c r='" + place + "'><v>2</v></c>");
    assertThatThrownBy(() -> ImportPreview.of(file, ImportFormat.XLSX))
        .hasMessage("imports.no-place [2, " + place + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1048577", "99999999999", "x", ""})
  void aRowThatStandsNowhereIsSaid(String number) throws Exception {
    Path file = folder.resolve("no-row.xlsx");
    WrittenSheet.write(file, List.of("a"), "</row><row r='" + number + "'><c r='A2'><v>2</v></c>");
    assertThatThrownBy(() -> ImportPreview.of(file, ImportFormat.XLSX))
        .hasMessage("imports.no-place [3, " + number + "]");
  }

  /// Where nothing is said, a cell stands behind the one before it.
  @Test
  void cellsWithoutAPlaceFollowEachOther() throws Exception {
    Path file = folder.resolve("unsaid.xlsx");
    WrittenSheet.write(
        file, List.of("a", "b"), "<c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c>");
    assertThat(ImportPreview.of(file, ImportFormat.XLSX).rows().toString())
        .isEqualTo(
            "[Row[values=[Scalar[text=1], Scalar[text=2]]], Row[values=[Scalar[text=3], Null[]]]]");
  }

  /// Some kilobytes, which are gigabytes when they are unpacked.
  @Test
  void aTextWithoutAnEndIsSaid() throws Exception {
    Path file = folder.resolve("long.xlsx");
    String text = "x".repeat(FileText.MOST_OF_A_ROW + 1);
    WrittenSheet.write(
        file, List.of("a"), "<c r='A2' t='inlineStr'><is><t>" + text + "</t></is></c>");
    assertThatThrownBy(() -> ImportPreview.of(file, ImportFormat.XLSX))
        .hasMessage("imports.long-row [2, " + FileText.MOST_OF_A_ROW + "]");
  }

  /// What all sheets share is read as a whole, whatever the part is called.
  @ParameterizedTest
  @ValueSource(strings = {"xl/sharedStrings.xml", "xl/worksheets/texts.xml", "xl/texts.bin"})
  void sharedTextsWithoutAnEndAreSaid(String part) throws Exception {
    Path file = folder.resolve("shared.xlsx");
    WrittenSheet.write(file, List.of("a"), "<c r='A2'><v>1</v></c>", part, 257);
    assertThatThrownBy(() -> ImportPreview.of(file, ImportFormat.XLSX))
        .hasMessage("imports.large-part [" + part + ", 256]");
  }

  @Test
  void aNumberNextToNothingIsNothing() throws Exception {
    Path file = folder.resolve("small.xlsx");
    WrittenSheet.write(file, List.of("a"), "<c r='A2'><v>1E-999999999</v></c>");
    assertThat(ImportPreview.of(file, ImportFormat.XLSX).rows().getFirst().values().getFirst())
        .isEqualTo(new Value.Scalar("0.0"));
  }

  /// A person looks for it in an editor, or in a spreadsheet.
  @ParameterizedTest
  @CsvSource({
    "x.csv, 'a;b/1;\"two/lines\"//x;3/', 5",
    "x.csv, 'sep=;/a;b/1;2/x;3/', 4",
    "x.csv, '//a;b/x;3', 4",
    "x.csv, 'a/1//x/', 4",
    "x.jsonl, '{\"a\":1}//{\"a\":\"x\"}/', 3",
  })
  void aCellThatDoesNotFitIsFoundByItsLine(String name, String text, long line) throws Exception {
    ImportPreview preview = preview(name, text.replace('/', '\n'));
    assertThatThrownBy(() -> load(whole(preview), "lines"))
        .hasMessage("imports.cell-in-line [" + line + ", a, x, INT64]");
  }

  /// The first column is one of whole numbers.
  private static ImportPreview whole(ImportPreview preview) {
    List<ImportColumn> columns = new ArrayList<>(preview.columns());
    columns.set(
        0,
        new ImportColumn(columns.getFirst().inFile(), columns.getFirst().name(), FieldType.INT64));
    return preview.with(columns);
  }

  @Test
  void aCellThatDoesNotFitIsFoundByTheRowOfItsSheet() throws Exception {
    Path file = folder.resolve("rows.xlsx");
    WrittenSheet.write(
        file,
        List.of("a"),
        "<c r='A2'><v>1</v></c></row><row r='7'><c r='A7' t='inlineStr'><is><t>x</t></is></c>");
    assertThatThrownBy(() -> load(whole(ImportPreview.of(file, ImportFormat.XLSX)), "rows"))
        .hasMessage("imports.cell [7, a, x, INT64]");
  }

  /// Row and column are said, and there is no table.
  @Test
  void aCellThatDoesNotFitIsNamed() throws Exception {
    StringBuilder text = new StringBuilder("id,amount\n");
    for (int i = 1; i <= 5_000; i++) {
      text.append(i).append(',').append(i == 4_321 ? "many" : "7").append('\n');
    }
    ImportPreview preview = preview("late.csv", text.toString());
    assertThat(preview.columns().getLast().type()).isEqualTo(FieldType.INT64);
    assertThatThrownBy(() -> load(preview, "late"))
        .isInstanceOf(ImportFault.class)
        .hasMessage("imports.cell-in-line [4322, amount, many, INT64]");
    assertThat(SANDBOX.cloud().catalog().table(table("late"))).isEmpty();
    ImportPreview mended =
        preview.with(
            List.of(
                preview.columns().getFirst(),
                preview.columns().getLast().typed(FieldType.STRING).named("how_many")));
    assertThat(load(mended, "late")).isEqualTo(5_000);
  }

  @Test
  void aTableThatIsThereStaysAsItIs() throws Exception {
    ImportPreview preview = preview("x.csv", "a\n1\n");
    load(preview, "there");
    ImportPreview other = preview("y.csv", "a\n2\n");
    assertThatThrownBy(() ->
            new FileImport(SANDBOX.cloud().loads())
                .run(other, table("there"), Location.US_CENTRAL1, "another", _ -> {}, _ -> {}))
        .isInstanceOf(CloudException.class);
    assertThat(made("there")).containsExactly("a INT64", "1");
  }

  /// Who stops it finds no table.
  @Test
  void whatWasStoppedIsNoTable() throws Exception {
    ImportPreview preview = preview("x.csv", "a\n" + "1\n".repeat(5_000));
    assertThatThrownBy(() ->
            new FileImport(SANDBOX.cloud().loads())
                .run(
                    preview,
                    table("stopped"),
                    Location.US_CENTRAL1,
                    "stopped",
                    rows -> {
                      if (rows >= 2_000) {
                        Thread.currentThread().interrupt();
                      }
                    },
                    _ -> {}))
        .isInstanceOf(InterruptedException.class);
    assertThat(SANDBOX.cloud().catalog().table(table("stopped"))).isEmpty();
  }

  @Test
  void twoColumnsOfOneNameAreSaid() throws Exception {
    ImportPreview preview = preview("x.csv", "a,b\n1,2\n");
    List<ImportColumn> same =
        List.of(preview.columns().getFirst(), preview.columns().getLast().named("A"));
    assertThat(preview.with(same).fault().orElseThrow()).hasMessage("imports.twice [A]");
    List<ImportColumn> bad =
        List.of(preview.columns().getFirst().named("1 a"), preview.columns().getLast());
    assertThat(preview.with(bad).fault().orElseThrow()).hasMessage("imports.bad-name [1 a]");
    assertThat(preview.fault()).isEmpty();
  }
}
