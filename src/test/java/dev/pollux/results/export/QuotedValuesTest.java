package dev.pollux.results.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values with other separators, quotes and line breaks in them, behind which a formula begins.
class QuotedValuesTest {
  private static final List<String> TEXTS =
      List.of(
          "a;=cmd()",
          "a\t=cmd()",
          "a,=cmd()",
          "a|=cmd()",
          "a\n=cmd()",
          "a\r\n+1",
          "a\r-1",
          "a\";=cmd();\"",
          "one\n- two",
          "plain");

  @TempDir private Path folder;

  private Path written(ExportFormat format) throws Exception {
    Path file = folder.resolve("values." + format.ending());
    FileExport.write(
        List.of(Field.of("text;=cmd()", FieldType.STRING)),
        new FileExport.Target(file, format, false),
        rows -> {
          for (String text : TEXTS) {
            rows.add(List.of(new Value.Scalar(text)));
          }
        });
    return file;
  }

  private static List<String> read(Path file, char separator) throws Exception {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    try (CSVParser parser = format.parse(Files.newBufferedReader(file))) {
      return parser.stream().map(CSVRecord::toList).map(cells -> String.join("⁞", cells)).toList();
    }
  }

  /// Nothing is added to what does not itself begin as a formula.
  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"CSV", "TSV"})
  void areReadBackAsTheyWere(ExportFormat format) throws Exception {
    List<String> read = read(written(format), format == ExportFormat.CSV ? ',' : '\t');
    assertThat(read.getFirst()).isEqualTo("text;=cmd()");
    assertThat(read.subList(1, read.size())).isEqualTo(TEXTS);
  }

  /// A reader that takes another separator meets a quote where a value begins, and splits nothing.
  @ParameterizedTest
  @ValueSource(chars = {';', '\t', '|'})
  void areNotSplitByAnotherSeparator(char separator) throws Exception {
    List<String> read = read(written(ExportFormat.CSV), separator);
    assertThat(read.subList(1, read.size())).isEqualTo(TEXTS);
  }
}
