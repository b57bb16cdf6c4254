package dev.pollux.app.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.app.child.SandboxNotStarted.Reason;
import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.cli.sandbox.SandboxHold;
import dev.pollux.settings.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes: those that serve, and those that do anything else instead.
class SandboxChildTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private static SandboxChild shell(String script) throws SandboxNotStarted {
    return SandboxChild.spawn(new ProcessBuilder("sh", "-c", script));
  }

  private static void assertNotStarted(
      SandboxChild child, Duration patience, Reason reason, String said) {
    try (child) {
      assertThatThrownBy(() -> child.address(patience))
          .isInstanceOfSatisfying(
              SandboxNotStarted.class,
              e -> {
                assertThat(e.reason()).isEqualTo(reason);
                assertThat(e).hasMessageContaining(said);
              });
    }
    assertThat(ProcessHandle.of(child.pid())).as("it is gone").isEmpty();
  }

  @Test
  void oneThatSaysNothingIsGivenUpInTime() throws Exception {
    assertNotStarted(
        shell("echo still loading >&2; exec sleep 1000"),
        Duration.ofMillis(500),
        Reason.SILENT,
        "still loading");
  }

  /// It fills its pipe, which must not hold it up; and its last words are what is told.
  @Test
  void oneThatEndsSaysWhy() throws Exception {
    assertNotStarted(
        shell("seq 100000 >&2; echo the disk is full >&2; exit 1"),
        PATIENCE,
        Reason.ENDED,
        "the disk is full");
    assertNotStarted(shell("kill -9 $$"), PATIENCE, Reason.ENDED, "137");
  }

  @Test
  void oneThatTalksNonsenseIsNotBelieved() throws Exception {
    assertNotStarted(
        shell("echo hello; echo '{\"hello\": 1}'; exec cat"),
        PATIENCE,
        Reason.ENDED,
        "pollux sandbox");
    assertNotStarted(
        shell(
            "echo '{\"rest\":\"http://example.com:80\",\"grpc\":\"example.com:80\",\"token\":\"t\","
                + "\"project\":\"p\"}'; exec cat"),
        PATIENCE,
        Reason.ENDED,
        "pollux sandbox");
  }

  @Test
  void whereThereIsNoJavaItIsSaid() {
    SandboxLaunch launch =
        new SandboxLaunch(folder.resolve("no-java"), "x", Optional.empty(), folder);
    assertThatThrownBy(() -> SandboxChild.spawn(launch.at(SandboxPlace.fresh())))
        .isInstanceOfSatisfying(
            SandboxNotStarted.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_PROCESS));
  }

  @Test
  void theTokenIsNoArgument() {
    SandboxPlace place = SandboxPlace.fresh();
    ProcessBuilder how = SandboxLaunch.likeThis(folder).at(place);
    assertThat(how.command()).noneMatch(argument -> argument.contains(place.token()));
    assertThat(how.environment()).containsEntry("POLLUX_SANDBOX_TOKEN", place.token());
    assertThat(place).asString().doesNotContain(place.token());
  }

  @Test
  void aRealOneServesAtItsPlaceAndEndsWithItsInput() throws Exception {
    SandboxPlace place = SandboxPlace.fresh();
    SandboxChild first = SandboxChild.spawn(SandboxLaunch.likeThis(folder).at(place));
    SandboxAddress at = first.address(PATIENCE);
    assertThat(at.token()).isEqualTo(place.token());
    first.close();
    assertThat(first.said()).as("nothing that a window would have to log").isEmpty();
    assertThat(first.ended().get(1, TimeUnit.SECONDS)).as("it ended in peace").isZero();
    SandboxPlace same =
        new SandboxPlace(
            at.rest().getPort(), Integer.parseInt(at.grpc().replace("127.0.0.1:", "")), at.token());
    try (SandboxChild child = SandboxChild.spawn(SandboxLaunch.likeThis(folder).at(same))) {
      assertThat(child.address(PATIENCE)).isEqualTo(at);
    }
  }

  @Test
  void dataThatAnotherSandboxHasAreSaid() throws Exception {
    DataDirectory directory = DataDirectory.of(Optional.of(folder));
    try (AutoCloseable _ = SandboxHold.take(directory, "Somebody", Duration.ZERO)) {
      assertNotStarted(
          SandboxChild.spawn(SandboxLaunch.likeThis(folder).at(SandboxPlace.fresh())),
          PATIENCE,
          Reason.IN_USE,
          "Somebody is using the data");
    }
  }

  @Test
  void dataThatCannotBeUsedAreSaid() throws IOException {
    DataDirectory directory = DataDirectory.of(Optional.of(folder));
    Files.writeString(directory.sandbox().resolve("sandbox.duckdb"), "no such file");
    assertNotStarted(
        SandboxChild.spawn(SandboxLaunch.likeThis(folder).at(SandboxPlace.fresh())),
        PATIENCE,
        Reason.ENDED,
        "pollux: The sandbox's data");
  }
}
