package dev.pollux.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.domain.value.FieldType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the head of a file says of it.
class ImportPreviewTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  @TempDir private Path folder;

  private ImportPreview preview(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return ImportPreview.of(file, ImportFormat.of(file).orElseThrow());
  }

  private ImportPreview preview(String name, String text) throws IOException {
    return preview(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("a,b\né,1\n", StandardCharsets.UTF_8, ',', StandardCharsets.UTF_8),
        Arguments.of("\ufeffa;b\né;1\n", StandardCharsets.UTF_8, ';', StandardCharsets.UTF_8),
        Arguments.of("a;b\né;1,5\n", WINDOWS, ';', WINDOWS),
        Arguments.of(
            "\ufeffa\tb\né\t1\n", StandardCharsets.UTF_16LE, '\t', StandardCharsets.UTF_16LE),
        Arguments.of("\ufeffa|b\né|1\n", StandardCharsets.UTF_16BE, '|', StandardCharsets.UTF_16BE),
        Arguments.of("sep=;\na;b\né;1,5\n", StandardCharsets.UTF_8, ';', StandardCharsets.UTF_8),
        Arguments.of(
            "\ufeff\"sep=|\"\r\na|b\r\né|1\r\n",
            StandardCharsets.UTF_16LE,
            '|',
            StandardCharsets.UTF_16LE),
        Arguments.of("a;b\né;1\n", StandardCharsets.UTF_16LE, ';', StandardCharsets.UTF_16LE),
        Arguments.of("a;b\né;1\n", StandardCharsets.UTF_16BE, ';', StandardCharsets.UTF_16BE),
        Arguments.of("a;b\ré;1, 2, 3\r", StandardCharsets.UTF_8, ';', StandardCharsets.UTF_8),
        Arguments.of("\"a,a,a\";b\né;1\n", StandardCharsets.UTF_8, ';', StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void encodingAndSeparatorAreGuessed(String text, Charset written, char separator, Charset charset)
      throws Exception {
    ImportPreview preview = preview("x.csv", text.getBytes(written));
    assertThat(preview.text()).isEqualTo(new TextForm(charset, separator, true, false));
    assertThat(preview.columns()).hasSize(2);
    assertThat(preview.columns().getLast().name()).isEqualTo("b");
    assertThat(preview.rows().getFirst().values().getFirst()).hasToString("Scalar[text=é]");
  }

  /// By its name each is a file with rows: a folder, a link to what has no end, nothing at all.
  @ParameterizedTest
  @EnumSource
  @Timeout(30)
  void whatIsNoFileIsSaid(ImportFormat format) throws Exception {
    Path file = folder.resolve("x." + format.name().toLowerCase(java.util.Locale.ROOT));
    assertThat(fault(file, format)).isEqualTo("imports.gone");
    Files.createDirectory(file);
    assertThat(fault(file, format)).isEqualTo("imports.not-a-file");
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("/dev/zero"));
    assertThat(fault(file, format)).isEqualTo("imports.not-a-file");
    Files.delete(file);
  }

  private static String fault(Path file, ImportFormat format) {
    try {
      ImportPreview.of(file, format);
      return "";
    } catch (IOException e) {
      return e instanceof ImportFault fault ? fault.words() : e.toString();
    }
  }

  /// A character that is cut at the end of the head is no other encoding.
  @Test
  void aHeadThatEndsWithinACharacterIsStillUtf8() throws Exception {
    assertThat(preview("x.csv", "a\n" + "x" + "é".repeat(200_000) + "\n").text().charset())
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "true, False; BOOL",
        "1, -20, ; INT64",
        "9223372036854775807; INT64",
        "9223372036854775808; STRING",
        "12345678901234567890; STRING",
        "9007199254740993, 0.5; STRING",
        "0.12345678901234567890; STRING",
        "1e400; STRING",
        "+4915112345678; STRING",
        "+5, -3; INT64",
        "-0; FLOAT64",
        "1, 2.5, .5, 1e10; FLOAT64",
        "007, 12; STRING",
        "2024-02-29; DATE",
        "2024-02-30; STRING",
        "0000-01-01; STRING",
        "+12345-01-01; STRING",
        "12:30:00.123456789; STRING",
        "2024-01-31 12:00:00.123456789; STRING",
        "08:30, 12:00:01; TIME",
        "2024-01-31 12:00:00; DATETIME",
        "2024-01-31T12:00:00Z, 2024-01-31 12:00:00+01; TIMESTAMP",
        "1, two; STRING",
        "NaN; STRING",
      })
  void typesAreThoseThatAllRowsFit(String cells, FieldType type) throws Exception {
    String column = "a\tb\n" + cells.replaceAll(", ?", "\tx\n") + "\tx\n";
    assertThat(preview("x.tsv", column).columns().getFirst().type()).isEqualTo(type);
  }

  /// BigQuery keeps numbers within JSON as INT64, UINT64 or FLOAT64; who has more digits has text.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"n\": 18446744073709551615}; JSON",
        "[-9223372036854775808, 0.1, 1e300]; JSON",
        "[18446744073709551616]; JSON",
        "[18446744073709551617]; STRING",
        "[-9223372036854775809]; STRING",
        "{\"n\": {\"d\": 0.12345678901234567890}}; STRING",
      })
  void jsonKeepsItsNumbers(String json, FieldType type) throws Exception {
    assertThat(preview("x.jsonl", "{\"a\": " + json + "}\n").columns().getFirst().type())
        .isEqualTo(type);
  }

  @Test
  @Timeout(5)
  void thousandsOfColumnsMayHaveOneName() {
    List<String> made = TableNames.columns(Collections.nCopies(10_000, "C"));
    assertThat(made).startsWith("C", "C_2", "C_3").doesNotHaveDuplicates();
  }

  @Test
  void namesBecomeValidAndStayDifferent() {
    List<String> made =
        TableNames.columns(
            List.of("Prénom", "prenom", "", "2024", "_TABLE_x", "a b-c", "漢字", "x".repeat(400)));
    assertThat(made)
        .startsWith("Prenom", "prenom_2", "column_3", "c_2024", "c__TABLE_x", "a_b_c", "column_7")
        .allMatch(TableNames::isColumn)
        .doesNotHaveDuplicates();
    assertThat(TableNames.table("Ventes d'été 2024.csv")).isEqualTo("Ventes_d_ete_2024");
  }

  @Test
  void jsonHasColumnsOfAllItsFirstLines() throws Exception {
    ImportPreview preview =
        preview("x.jsonl", "{\"a\": 1}\n\n{\"b\": {\"c\": [1.50]}, \"a\": null}\n");
    assertThat(preview.schema().fields())
        .extracting(field -> field.name() + " " + field.typeName())
        .containsExactly("a INT64", "b JSON");
    assertThat(preview.rows().getLast().values())
        .hasToString("[Null[], Scalar[text={\"c\":[1.50]}]]");
  }

  /// What no byte of the head gives away is said when it is met, and no sign stands for it.
  @ParameterizedTest
  @CsvSource({"x.csv, 'a', 'é'", "x.jsonl, '', '{\"a\": \"é\"}'"})
  void bytesOfAnotherEncodingAreSaid(String name, String head, String last) throws Exception {
    String row = name.endsWith("csv") ? "plain\n" : "{\"a\": \"plain\"}\n";
    StringBuilder text = new StringBuilder(head.isEmpty() ? "" : head + "\n");
    while (text.length() < 300_000) {
      text.append(row);
    }
    text.append(last).append('\n');
    ImportPreview preview = preview(name, text.toString().getBytes(WINDOWS));
    assertThatThrownBy(() -> FileImport.write(preview, OutputStream.nullOutputStream(), _ -> {}))
        .isInstanceOf(ImportFault.class)
        .hasMessageStartingWith("imports.other-bytes")
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void jsonIsReadInTheEncodingThatItHas(String charset) throws Exception {
    String mark = charset.startsWith("UTF") ? "\ufeff" : "";
    ImportPreview preview =
        preview("x.jsonl", (mark + "{\"a\": \"é\"}\n").getBytes(Charset.forName(charset)));
    assertThat(preview.rows().getFirst().values()).hasToString("[Scalar[text=é]]");
  }

  /// A row that does not end has a bound, whatever it is made of; here the file has none either.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x.csv|a,b|1,2|x",
        "x.csv|a,b|'1,\"'|x",
        "x.csv|a,b|'1,2,'|','",
        "x.csv||a|x",
        "x.tsv|a|'\"'|\"\"",
        "x.jsonl|{}|'{\"a\": \"'|x",
        "x.jsonl|{}|[|1,",
        "x.jsonl||{|' '",
      })
  void aRowWithoutAnEndIsRefused(String name, String head, String start, String more)
      throws Exception {
    Path file = folder.resolve(name);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write((head == null ? "" : head + "\n") + start);
      for (int i = 0; i < FileText.MOST_OF_A_ROW / more.length() + 100_000; i++) {
        out.write(more);
      }
    }
    assertThat(fault(file, ImportFormat.of(file).orElseThrow())).isEqualTo("imports.long-line");
  }

  /// Short rows are taken where a person says so, and an empty line is a row where it can be one.
  @Test
  void shortRowsAndEmptyLinesAreNeverLost() throws Exception {
    Path file = Files.writeString(folder.resolve("x.csv"), "\na,b\n\n1\n2,3\n");
    TextForm text = new TextForm(StandardCharsets.UTF_8, ',', true, true);
    assertThat(ImportPreview.of(file, ImportFormat.CSV, text).rows())
        .extracting(row -> row.values().toString())
        .containsExactly("[Scalar[text=1], Null[]]", "[Scalar[text=2], Scalar[text=3]]");
    assertThat(preview("y.csv", "a\n1\n\n\"\"\n2\n").rows())
        .extracting(row -> row.values().toString())
        .containsExactly("[Scalar[text=1]]", "[Null[]]", "[Scalar[text=]]", "[Scalar[text=2]]");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("x.csv", "", "imports.empty []"),
        Arguments.of("x.csv", "a,b\n1,2,3", "imports.more-cells [2, 3, 2]"),
        Arguments.of("x.csv", "a,b\n\"1,2", "imports.quotes [2]"),
        Arguments.of("x.csv", "a,b\n1,2\n3\n", "imports.fewer-cells [3, 1, 2]"),
        Arguments.of("x.csv", "a,b,c\n\n1,2\n", "imports.fewer-cells [3, 2, 3]"),
        Arguments.of("x.csv", ",".repeat(10_000), "imports.many-columns [10001, 10000]"),
        Arguments.of("x.jsonl", "[1]", "imports.no-object [1]"),
        Arguments.of("x.jsonl", "{\"a\": 1, \"a\": 2}", "imports.key-twice [1, a]"),
        Arguments.of("x.jsonl", "{\"a\": {\"b\": 1, \"b\": 2}}", "imports.key-twice [1, b]"),
        Arguments.of("x.jsonl", "{\"a\": 1}\n{\"a\": }", "imports.no-json [2, 7]"),
        Arguments.of("x.csv", "a,b\n1,2\n\"x\"y,2\n", "imports.quotes [3]"),
        Arguments.of("x.csv", "a,b\n1,\"x\n2,3\n4,5\n", "imports.quotes [2]"),
        Arguments.of("x.jsonl", "{\n \"a\": 1\n}\n", "imports.no-json [1, "),
        Arguments.of("x.jsonl", "{\"a\": NaN}\n", "imports.no-json [1, "),
        Arguments.of("x.jsonl", "{\"a\": " + "[".repeat(2_000), "imports.no-json [1, "),
        Arguments.of("x.parquet", "PAR0", "imports.broken-file"),
        Arguments.of("x.xlsx", "PK", "imports.broken-file"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsBrokenIsSaid(String name, String text, String fault) {
    assertThatThrownBy(() -> preview(name, text))
        .isInstanceOf(ImportFault.class)
        .hasMessageStartingWith(fault);
  }
}
