package dev.pollux.results.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a real spreadsheet makes of exports, opened with no window: Gnumeric or LibreOffice, where
/// one is installed, and skipped elsewhere.
class SpreadsheetTest {
  private static final int MOST_SECONDS = 120;
  private static final Pattern GNUMERIC_CELL =
      Pattern.compile("<gnm:Cell ([^>]*?)(?:/>|>(.*?)</gnm:Cell>)", Pattern.DOTALL);

  @TempDir Path folder;

  /// A program that opens spreadsheets.
  enum Program {
    /// Writes each cell as it holds it; one without a type is a formula.
    GNUMERIC("ssconvert"),
    /// Writes a workbook, in which formulas are formulas.
    LIBREOFFICE("soffice");

    private final String command;

    Program(String command) {
      this.command = command;
    }

    private boolean isThere() {
      return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
          .map(place -> Path.of(place, command))
          .anyMatch(Files::isExecutable);
    }
  }

  /// Cells of the first sheet that have something in them, and those of them that are formulas.
  private record Opened(int cells, List<String> formulas) {}

  @ParameterizedTest
  @EnumSource(Program.class)
  void noCellOfAnExportIsAFormula(Program program) throws Exception {
    needs(program);
    int payloads = Math.toIntExact(FileExportTest.formulas().count());
    assertThat(payloads).isGreaterThanOrEqualTo(60);
    for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.XLSX)) {
      Opened opened = open(program, export(format, false));
      assertThat(opened.cells()).as("%s", format).isEqualTo(payloads + 1);
      assertThat(opened.formulas()).as("%s in %s", format, program).isEmpty();
    }
  }

  /// Else the test above sees none because it cannot see any.
  @ParameterizedTest
  @EnumSource(Program.class)
  void formulasAreSeenWhereTextIsWrittenAsItIs(Program program) throws Exception {
    needs(program);
    assertThat(open(program, export(ExportFormat.CSV, true)).formulas()).isNotEmpty();
  }

  private static void needs(Program program) {
    assumeTrue(
        program.isThere(),
        program.command + " is not installed: no spreadsheet opened the exports");
  }

  private Path export(ExportFormat format, boolean exact) throws Exception {
    Path file = folder.resolve("payloads." + format.ending());
    FileExport.write(
        List.of(Field.of("text", FieldType.STRING)),
        new FileExport.Target(file, format, exact),
        rows ->
            FileExportTest.formulas().forEach(text -> rows.add(List.of(new Value.Scalar(text)))));
    return file;
  }

  private Opened open(Program program, Path file) throws Exception {
    return switch (program) {
      case GNUMERIC -> {
        Path out = folder.resolve("opened.gnumeric");
        run(program.command, file.toString(), out.toString());
        yield gnumeric(out);
      }
      case LIBREOFFICE -> {
        Path out = Files.createDirectories(folder.resolve("opened"));
        run(
            program.command,
            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            out.toString(),
            file.toString());
        yield workbook(out.resolve("payloads.xlsx"));
      }
    };
  }

  private void run(String... command) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as(command[0]).isTrue();
      assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Opened gnumeric(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return gnumeric(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Opened gnumeric(String xml) {
    List<String> formulas = new ArrayList<>();
    int cells = 0;
    for (MatchResult cell : GNUMERIC_CELL.matcher(xml).results().toList()) {
      cells++;
      if (!cell.group(1).contains("ValueType=")) {
        formulas.add(String.valueOf(cell.group(2)));
      }
    }
    return new Opened(cells, formulas);
  }

  private static Opened workbook(Path file) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(file));
        var lines = book.getFirstSheet().openStream()) {
      List<Cell> cells = lines.flatMap(line -> line.stream()).filter(cell -> cell != null).toList();
      return new Opened(
          cells.size(),
          cells.stream().map(cell -> cell.getFormula()).filter(it -> it != null).toList());
    }
  }

  @Test
  void aFormulaOfGnumericIsKnown() {
    assertThat(
            gnumeric(
                    "<gnm:Cell Row=\"0\" Col=\"0\" ValueType=\"60\">=1</gnm:Cell>"
                        + "<gnm:Cell Row=\"1\" Col=\"0\">=1+1</gnm:Cell>")
                .formulas())
        .containsExactly("=1+1");
  }
}
