package dev.pollux.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollux.doctor.SupportBundle;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Value;
import dev.pollux.recipe.Recipe;
import dev.pollux.recipe.RecipeFile;
import dev.pollux.recipe.RecipeReader;
import dev.pollux.results.export.ExportFailure;
import dev.pollux.results.export.ExportFormat;
import dev.pollux.results.export.FileExport;
import dev.pollux.testing.SmallDisk;
import dev.pollux.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// All that writes a file under a name of the person's choice, over all that may be there.
class WholeFileTest {
  private static final String BEFORE = "what was there";
  private static final Recipe RECIPE =
      RecipeReader.read("{\"pollux\":1,\"template\":\"{{text}}\"}").recipe().orElseThrow();
  @TempDir private Path folder;

  /// Writes something to the file.
  interface Writer {
    void write(Path file) throws Exception;
  }

  record Named(String name, Writer writer) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Named> writers() {
    return Stream.concat(
        Stream.of(ExportFormat.values())
            .map(format -> new Named(format.name(), file -> export(file, format))),
        Stream.of(
            new Named("text", file -> WholeFile.write(file, "new")),
            new Named("recipe", file -> RecipeFile.write(file, RECIPE)),
            new Named(
                "support bundle",
                file -> SupportBundle.of(Map.of("log.txt", "all well"), List.of()).write(file))));
  }

  private static void export(Path file, ExportFormat format) throws Exception {
    FileExport.write(
        List.of(Field.of("a", FieldType.STRING)),
        new FileExport.Target(file, format, false),
        rows -> rows.add(List.of(new Value.Scalar("1"))));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /// What names a file may have; ours is longer while it is written.
  @ParameterizedTest
  @MethodSource("writers")
  void anyNameThatTheSystemTakes(Named one) throws Exception {
    for (String name :
        List.of("a", "'; -- \" é", "n".repeat(255), "é".repeat(127), "🜁".repeat(63))) {
      Path file = folder.resolve(name);
      one.writer().write(file);
      one.writer().write(file);
      assertThat(names()).as(name).containsExactly(name);
      assertThat(file).isNotEmptyFile();
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @MethodSource("writers")
  @DisabledOnOs(OS.WINDOWS)
  void aLinkStaysAndItsFileIsWritten(Named one) throws Exception {
    Path there = Files.writeString(folder.resolve("there"), BEFORE);
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("there"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link);
    one.writer().write(second);
    assertThat(there).content(java.nio.charset.StandardCharsets.ISO_8859_1).isNotEqualTo(BEFORE);
    Files.delete(there);
    one.writer().write(second);
    assertThat(there).isNotEmptyFile();
    assertThat(names()).containsExactly("link", "second", "there");
    assertThat(link).isSymbolicLink();
    assertThat(second).isSymbolicLink();
  }

  @ParameterizedTest
  @MethodSource("writers")
  @DisabledOnOs(OS.WINDOWS)
  void whatIsNoFileStays(Named one) throws Exception {
    Files.createDirectory(folder.resolve("folder"));
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor())
        .isZero();
    Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
    Files.createSymbolicLink(folder.resolve("device"), Path.of("/dev/null"));
    List<String> before = names();
    for (String name : before) {
      assertThatThrownBy(() -> one.writer().write(folder.resolve(name)))
          .as(name)
          .isInstanceOf(WholeFile.NotAFile.class);
    }
    assertThat(names()).isEqualTo(before);
    assertThat(Files.isRegularFile(folder.resolve("pipe"))).isFalse();
    Files.delete(folder.resolve("device"));
  }

  @ParameterizedTest
  @MethodSource("writers")
  void onAFullDiskWhatWasThereStays(Named one) throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder, 400);
    assumeTrue(mounted.isPresent(), "this machine gives us no disk of our own");
    try (SmallDisk disk = mounted.get()) {
      Path file = Files.writeString(folder.resolve("mine"), BEFORE);
      disk.fill();
      assertThatThrownBy(() -> one.writer().write(file)).isInstanceOf(IOException.class);
      assertThat(file).hasContent(BEFORE);
      assertThat(names()).containsExactly("filler", "mine");
    }
  }

  /// The person named one file, and hears of that one.
  @ParameterizedTest
  @EnumSource
  void aFailureNamesNoFileOfOurs(ExportFormat format) throws Exception {
    Path file = folder.resolve("folder");
    Files.createDirectory(file);
    Words words = new Words(Locale.ENGLISH);
    assertThatThrownBy(() -> export(file, format))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> {
              ExportFailure why = ExportFailure.of(file, e);
              assertThat(words.get(why.words(), why.args().toArray()))
                  .contains(file.toString())
                  .doesNotContain(".part");
            });
  }

  @Test
  void theReasonAloneIsSaid() {
    var system = new java.nio.file.FileSystemException("/x/.a.part", "/x/a", "No such luck");
    assertThat(ExportFailure.of(Path.of("/x/a"), system).args())
        .containsExactly("/x/a", "No such luck");
  }
}
