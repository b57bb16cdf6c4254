package dev.pollux.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who keeps settings elsewhere and leaves a link in their place keeps both.
class SafeFileTest {
  @TempDir private Path folder;

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException _) {
      assumeThat(false).as("links can be made here").isTrue();
    }
  }

  @Test
  void writesThroughLinks() throws Exception {
    Path kept = Files.createDirectory(folder.resolve("kept")).resolve("mine.json");
    Files.writeString(kept, "old");
    Path file = folder.resolve("settings.json");
    link(folder.resolve("between"), Path.of("kept", "mine.json"));
    link(file, Path.of("between"));

    new SafeFile(file).write("new");
    assertThat(file).isSymbolicLink();
    assertThat(folder.resolve("between")).isSymbolicLink();
    assertThat(kept).isRegularFile().hasContent("new");
    assertThat(kept.getParent()).isDirectoryNotContaining("glob:**.new");
    assertThat(folder.resolve("settings.json.copy")).isRegularFile().hasContent("new");
  }

  @Test
  void writesWhereALinkLeadsToNothingSoFar() throws Exception {
    Path kept = Files.createDirectory(folder.resolve("kept")).resolve("mine.json");
    Path file = folder.resolve("settings.json");
    link(file, kept);

    new SafeFile(file).write("new");
    assertThat(file).isSymbolicLink().hasContent("new");
    assertThat(kept).isRegularFile();
  }

  @Test
  void refusesLinksInACircle() throws Exception {
    Path file = folder.resolve("settings.json");
    link(file, folder.resolve("other"));
    link(folder.resolve("other"), file);
    assertThatThrownBy(() -> new SafeFile(file).write("new")).isInstanceOf(IOException.class);
    assertThat(file).isSymbolicLink();
  }
}
