package dev.pollux.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.SandboxProcess;
import dev.pollux.testing.CommandProcess;
import dev.pollux.testing.CommandProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `pollux check` as a process of its own, as scripts start it, against a sandbox in another
/// process: how it ends, and that it loads nothing of JavaFX.
class CheckProcessTest {
  private static final String TABLE = "pollux-sandbox.samples.sotu_passages";

  @TempDir private static Path folder;
  private static SandboxProcess sandbox;
  private static Path ready;

  @BeforeAll
  static void serve() throws IOException {
    sandbox = SandboxProcess.start(folder.resolve("sandbox"));
    ready = folder.resolve("ready.json");
    Files.writeString(
        ready,
        """
        {"rest":"%s","grpc":"%s","token":"%s","project":"pollux-sandbox"}
        """
            .formatted(sandbox.rest(), sandbox.grpc(), sandbox.token()));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static Ended check(String recipe, String... more)
      throws IOException, InterruptedException {
    Path file = folder.resolve("r.pollux.json");
    Files.writeString(file, recipe);
    List<String> args = new ArrayList<>(List.of("check", file.toString(), "--table", TABLE));
    args.addAll(List.of("--data", folder.resolve("data").toString()));
    args.addAll(List.of(more));
    return CommandProcess.start(folder, args).end();
  }

  private static void withoutWindow(Ended ended) {
    assertThat(ended.classes()).as("classes of ours").isPositive();
    assertThat(ended.fxClasses()).as("classes of JavaFX").isZero();
  }

  @Test
  void whatIsReadyEndsWithZero() throws Exception {
    Ended ended =
        check(
            "{\"pollux\":1,\"template\":\"Which subject? {{text}}\",\"model\":\"gemini-3.8-flash\"}",
            "--to",
            "pollux-sandbox.mine.subjects",
            "--sandbox",
            ready.toString(),
            "--json");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    JsonNode node = JsonMapper.shared().readTree(ended.out());
    assertThat(node.path("ready").asBoolean(false)).isTrue();
    assertThat(node.path("rows").asLong(0)).isEqualTo(13_866);
    assertThat(node.path("cost").path("counted").asInt(0)).isEqualTo(60);
    assertThat(node.path("plan").path("answers").asString(""))
        .isEqualTo("pollux-sandbox.mine.subjects");
    withoutWindow(ended);
    assertThat(
            sandbox
                .get("/bigquery/v2/projects/pollux-sandbox/datasets/mine/tables")
                .path("totalItems")
                .asInt(0))
        .as("nothing was made")
        .isZero();
  }

  @Test
  void anUnknownColumnEndsWithFour() throws Exception {
    Ended ended = check("{\"pollux\":1,\"template\":\"{{txet}}\"}", "--sandbox", ready.toString());
    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.out()).contains("STOP    There is no column “txet” in this table.");
    assertThat(ended.err()).isEmpty();
    withoutWindow(ended);
  }

  /// What a recipe of other hands asks for, and is not sent so, is said beside the result.
  @Test
  void whatIsLeftOutOfARecipeIsSaid() throws Exception {
    Ended ended =
        check(
            "{\"pollux\":1,\"template\":\"{{text}}\",\"answer\":{\"type\":\"object\",\"properties\":"
                + "{\"stars\":{\"type\":\"integer\",\"enum\":[1,3]}}}}",
            "--sandbox",
            ready.toString(),
            "--json");
    assertThat(ended.err()).contains("r.pollux.json: ", "/properties/stars become words");
    assertThat(JsonMapper.shared().readTree(ended.out()).path("ready").isBoolean()).isTrue();
  }

  @Test
  void aFileThatIsNoRecipeEndsWithOne() throws Exception {
    Ended ended = check("{\"pollux\":1,\n \"template\": }", "--sandbox", ready.toString());
    assertThat(ended.code()).isOne();
    assertThat(ended.err()).startsWith("pollux: ").contains("line 2").hasLineCount(1);
    assertThat(ended.out()).isEmpty();
    withoutWindow(ended);
  }
}
