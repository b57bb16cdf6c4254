package dev.pollux.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A computer without the libraries that JavaFX draws with: one sentence with the commands, and an
/// exit code, at once.
class SystemLibrariesTest {
  @TempDir private Path folder;

  private static SystemLibraries without(String... missing) {
    return new SystemLibraries(name -> !List.of(missing).contains(name));
  }

  @Test
  void whatIsMissingIsNamedWithBothCommands() {
    assertThatThrownBy(() -> without("libXtst.so.6").check(true))
        .isInstanceOf(ToolkitFailure.class)
        .hasMessageContainingAll("libXtst.so.6", "apt install libxtst6", "dnf install libXtst");
    assertThatThrownBy(() -> without("libfreetype.so.6", "libpangoft2-1.0.so.0").check(false))
        .isInstanceOf(ToolkitFailure.class)
        .hasMessageContainingAll(
            "apt install libfreetype6 libpangoft2-1.0-0", "dnf install freetype pango");
  }

  @Test
  void picturesNeedNoWindow() {
    assertThatCode(() -> without("libXtst.so.6", "libgtk-3.so.0").check(false))
        .doesNotThrowAnyException();
    assertThatCode(() -> without().check(true)).doesNotThrowAnyException();
  }

  /// Real processes with a real search path, where an empty file stands for the library. What they
  /// would lay down first has no place in /proc, and would be what they complain of.
  @ParameterizedTest
  @ValueSource(strings = {"tour", "libraries"})
  @EnabledOnOs(OS.LINUX)
  void theProcessEndsWithOneSentence(String command) throws Exception {
    Path libraries = Files.createDirectory(folder.resolve("libraries"));
    Files.createFile(libraries.resolve("libpangoft2-1.0.so.0"));
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.language=en"));
    words.add("-Djava.io.tmpdir=/proc");
    words.addAll(List.of("dev.pollux.Main", command));
    if (command.equals("tour")) {
      words.add(folder.resolve("tour").toString());
    }
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
    Path output = folder.resolve("output.txt");
    Process process = builder.redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    assertThat(Files.readString(output).lines())
        .singleElement()
        .asString()
        .contains("libpangoft2-1.0.so.0", "sudo apt install libpangoft2-1.0-0", "sudo dnf install");
    assertThat(process.exitValue()).isEqualTo(3);
  }
}
