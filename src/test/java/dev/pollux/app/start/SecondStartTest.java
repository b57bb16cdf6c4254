package dev.pollux.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.Main;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.DirectoryHold;
import dev.pollux.settings.DirectoryHolder;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second start of Pollux with the same data: what it was asked to do reaches the window that is
/// open, and nobody else's words do.
class SecondStartTest {
  @TempDir private Path folder;
  private final List<Optional<Path>> shown = Collections.synchronizedList(new ArrayList<>());
  private DataDirectory data;
  private DirectoryHold hold;
  private StartDoor door;

  @BeforeEach
  void open() throws IOException {
    data = DataDirectory.of(Optional.of(folder.resolve("data")));
    hold = data.hold("Pollux");
    door = StartDoor.open(shown::add);
  }

  @AfterEach
  void close() throws IOException {
    door.close();
    hold.close();
  }

  /// What a process said and how it ended.
  private record Ended(int code, String output) {}

  /// A real second process, as a double click starts it. A server that accepts connections stands
  /// for the display: only the first window draws.
  private Ended start(String... args) throws Exception {
    try (ServerSocket display = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xlog:class+load:file=" + folder.resolve("classes"),
                  "-cp",
                  classPath(),
                  Main.class.getName()));
      command.addAll(List.of(args));
      command.addAll(List.of("--data", data.root().toString()));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.directory(folder.toFile());
      builder.environment().put("DISPLAY", "localhost:" + (display.getLocalPort() - 6000));
      Path output = folder.resolve("output");
      Process process = builder.redirectOutput(output.toFile()).start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
      return new Ended(process.exitValue(), Files.readString(output));
    }
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void aRecipeReachesTheWindowThatIsOpen() throws Exception {
    hold.announce(door.address());

    assertThat(start("my recipe.pollux.json")).isEqualTo(new Ended(0, ""));

    assertThat(shown)
        .containsExactly(Optional.of(folder.toRealPath().resolve("my recipe.pollux.json")));
  }

  /// A program that knows no secret and says nothing, or too little, keeps nobody out for long.
  @Test
  void whoComesAndSaysNothingKeepsNobodyOut() throws Exception {
    hold.announce(door.address());
    List<Socket> silent = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Socket one = new Socket(InetAddress.getLoopbackAddress(), door.address().port());
      one.getOutputStream().write('x');
      silent.add(one);
    }
    Thread.sleep(2_500);
    assertThat(start("my recipe.pollux.json")).isEqualTo(new Ended(0, ""));
    for (Socket one : silent) {
      one.close();
    }
  }

  /// It is over within a second because it loads next to nothing.
  @Test
  void loadsNoLibraryThatItDoesNotNeed() throws Exception {
    hold.announce(door.address());

    assertThat(start("my recipe.pollux.json").code()).isZero();

    try (Stream<String> classes = Files.lines(folder.resolve("classes"))) {
      assertThat(classes)
          .noneMatch(line ->
              Stream.of("javafx.", "tools.jackson.", "ch.qos.logback.", "io.grpc.", "org.duckdb.")
                  .anyMatch(library -> line.contains("] " + library)))
          .anyMatch(line -> line.contains("] dev.pollux.app.start.SecondStart "));
    }
  }

  @Test
  void aWindowThatDoesNotAnswerIsSaid() throws Exception {
    try (StartDoor hanging =
        StartDoor.open(_ -> {
          throw new TimeoutException("the window hangs");
        })) {
      hold.announce(hanging.address());

      Ended ended = start();

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.output()).contains("does not answer", data.root().toString());
    }
  }

  @Test
  void dataThatTheSandboxHoldsAreSaid() throws Exception {
    hold.close();
    hold = data.hold("`pollux sandbox`");

    Ended ended = start();

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output().lines())
        .singleElement()
        .asString()
        .contains("`pollux sandbox` is using the data", "--data DIR");
  }

  @Test
  void theSandboxAloneTakesNoDataThatAWindowHolds() throws Exception {
    hold.announce(door.address());

    Ended ended = start("sandbox");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output()).startsWith("pollux: Pollux is using the data");
    assertThat(shown).isEmpty();
  }

  @Test
  void withoutARecipeTheWindowComesToTheFront() {
    assertComesToTheFront();
  }

  private void assertComesToTheFront() {
    assertThat(SecondStart.handOver(door.address(), Optional.empty()))
        .isEqualTo(SecondStart.Outcome.DONE);
    assertThat(shown).containsExactly(Optional.empty());
  }

  @Test
  void whoDoesNotKnowTheSecretIsNotServed() {
    DirectoryHolder.Door wrong = new DirectoryHolder.Door(door.address().port(), "guessed");

    assertThat(SecondStart.handOver(wrong, Optional.of(Path.of("x"))))
        .isEqualTo(SecondStart.Outcome.NO_ANSWER);
    assertThat(shown).isEmpty();
  }

  @Test
  void aDoorThatIsGoneIsNobody() throws Exception {
    DirectoryHolder.Door gone = door.address();
    door.close();

    assertThat(SecondStart.handOver(gone, Optional.empty())).isEqualTo(SecondStart.Outcome.NOBODY);
  }

  @Test
  void noiseAtTheDoorChangesNothing() throws Exception {
    String path = "x".repeat(100_000);
    for (String noise :
        List.of(
            "",
            "\n",
            "GET / HTTP/1.1\r\n\r\n",
            "{}\n",
            "{\"secret\":null}\n",
            "[]\n",
            door.address().secret() + " " + path + "\n",
            door.address().secret() + " %zz\n",
            door.address().secret() + "\n")) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.address().port())) {
        socket.getOutputStream().write(noise.getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        assertThat(socket.getInputStream().read()).as(noise).isEqualTo(-1);
      } catch (IOException e) {
        assertThat(noise).as("who is too long is cut off").contains(path);
      }
    }
    assertThat(shown).isEmpty();
    assertComesToTheFront();
  }
}
