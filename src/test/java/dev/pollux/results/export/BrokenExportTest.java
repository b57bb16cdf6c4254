package dev.pollux.results.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.testing.SmallDisk;
import dev.pollux.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Exports that are killed, and exports for which there is no room: under the name that was asked
/// for there is a whole file, or what was there before.
class BrokenExportTest {
  private static final int TRIALS = 8;
  private static final String BEFORE = "what was there";
  private final RandomGenerator random = new SplittableRandom(11);
  @TempDir private Path folder;
  @TempDir private Path beside;

  @Test
  void aKilledProcessLeavesNoHalfFile() throws Exception {
    int cut = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Path ready = beside.resolve("ready-" + trial);
      Process process = start(ready, "");
      while (process.isAlive() && !Files.exists(ready)) {
        process.waitFor(5, TimeUnit.MILLISECONDS);
      }
      process.waitFor(20 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
      assertThat(process.isAlive()).as("it must be killed, not end").isTrue();
      process.destroyForcibly().waitFor();
      for (ExportFormat format : ExportFormat.values()) {
        Path file = file(format);
        if (Files.exists(file)) {
          assertThat(WrittenRows.of(format, file))
              .as(file.toString())
              .isEqualTo(EndlessExport.ROWS);
        }
      }
      cut += parts().isEmpty() ? 0 : 1;
    }
    assertThat(cut).as("exports that were cut short").isPositive();
    // Who writes there next takes away what they left.
    for (ExportFormat format : ExportFormat.values()) {
      new EndlessExport().write(file(format), format);
    }
    assertThat(parts()).isEmpty();
  }

  /// What another process is writing is no rest.
  @Test
  void whoLivesKeepsHisPart() throws Exception {
    Path file = file(ExportFormat.CSV);
    Path mine =
        file.resolveSibling(
            ".out.csv." + ProcessHandle.current().pid() + "-" + "0".repeat(32) + ".part");
    Files.writeString(mine, "");
    new EndlessExport().write(file, ExportFormat.CSV);
    assertThat(parts()).containsExactly(mine);
  }

  /// A limit that the system sets to the size of files stands for whatever refuses bytes midway.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatIsRefusedMidwayIsSaid() throws Exception {
    for (ExportFormat format : ExportFormat.values()) {
      Files.writeString(file(format), BEFORE);
    }
    Process process = start(beside.resolve("ready"), "ulimit -f 100; ");
    assertThat(process.waitFor()).isZero();
    assertThat(beside.resolve("output")).content().contains("export.unwritten", "out.csv");
    assertThat(file(ExportFormat.CSV)).hasContent(BEFORE);
    assertThat(parts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aFullDiskIsSaid(ExportFormat format) throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder, 700);
    assumeTrue(mounted.isPresent(), "this machine gives us no disk of our own");
    try (SmallDisk disk = mounted.get()) {
      Files.writeString(file(format), BEFORE);
      disk.fill();
      assertThatThrownBy(() -> new EndlessExport().write(file(format), format))
          .isInstanceOfSatisfying(
              IOException.class,
              e -> {
                ExportFailure why = ExportFailure.of(file(format), e);
                assertThat(new Words(Locale.ENGLISH).get(why.words(), why.args().toArray()))
                    .contains("out." + format.ending(), "the disk is full");
              });
      assertThat(file(format)).hasContent(BEFORE);
      assertThat(parts()).isEmpty();
    }
  }

  private Path file(ExportFormat format) {
    return folder.resolve("out." + format.ending());
  }

  /// All that lies there under no name that anybody asked for.
  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> String.valueOf(file.getFileName()).startsWith(".")).toList();
    }
  }

  private Process start(Path ready, String before) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(EndlessExport.class.getName(), folder.toString(), ready.toString()));
    if (!before.isEmpty()) {
      command.addAll(0, List.of("sh", "-c", before + "exec \"$@\"", "sh"));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(beside.resolve("output").toFile())
        .start();
  }
}
