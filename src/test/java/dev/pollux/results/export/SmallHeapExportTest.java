package dev.pollux.results.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rows go through an export and are not kept: a process whose heap is far smaller than its rows
/// writes all of them, whatever the form.
class SmallHeapExportTest {
  /// The rows are about 160 MB.
  private static final String HEAP = "-Xmx64m";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void longTextsPassThroughASmallHeap(ExportFormat format) throws Exception {
    Path file = folder.resolve("out." + format.ending());
    assertThat(export(file)).as(said()).isZero();
    assertThat(WrittenRows.of(format, file)).isEqualTo(LongTextExport.ROWS);
  }

  /// Otherwise the heap would be no small one.
  @Test
  void whoKeepsTheRowsDoesNotComeToAnEnd() throws Exception {
    Path file = folder.resolve("out.csv");
    assertThat(export(file, "hold")).isNotZero();
    assertThat(said()).contains("OutOfMemoryError");
    assertThat(file).doesNotExist();
  }

  private int export(Path file, String... how) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LongTextExport.class.getName(), file.toString()));
    command.addAll(List.of(how));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start()
        .waitFor();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }
}
