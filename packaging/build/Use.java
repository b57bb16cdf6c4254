import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Uses Pollux in a place as a person would who has just installed it: version, sandbox and check, tour.
record Use(Place place, Figures figures) {
  private static final String TABLE = "pollux-sandbox.samples.sotu_passages";

  void of(String what) throws Exception {
    Files.createDirectories(place.home());
    expect("Pollux ", timed(what + ", --version, first", place.command("--version")));
    timed(what + ", --version", place.command("--version"));
    sandboxAndCheck(what);
    timed(what + ", tour", place.command("tour", place.inside() + "/tour"));
    if (Files.notExists(place.home().resolve("tour/tour.json"))) {
      throw new IllegalStateException("The tour of " + what + " left no tour.json");
    }
    tourSays(what, JsonMapper.shared().readTree(place.home().resolve("tour/tour.json").toFile()));
  }

  /// What is worth a line; the rest stands in its own file.
  private void tourSays(String what, JsonNode tour) throws IOException {
    int worst = 0;
    for (JsonNode stall : tour.path("stallsOver50Ms")) {
      worst = Math.max(worst, stall.path("workedMillis").asInt(0));
    }
    figures.say(
        what + ", the tour says",
        "ok %s, usable after %s ms (%s ms of a processor), resident %s, %d stalls over 50 ms, of which the most that was worked %d ms"
            .formatted(
                tour.path("ok"),
                tour.path("startToUsableMillis"),
                tour.path("startProcessorMillis"),
                tour.path("residentMegabytes"),
                tour.path("stallsOver50Ms").size(),
                worst));
  }

  private void sandboxAndCheck(String what) throws Exception {
    long start = System.nanoTime();
    Process sandbox =
        new ProcessBuilder(place.command("sandbox", "--data", place.inside() + "/sandbox"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = sandbox.inputReader()) {
      String ready = out.readLine();
      figures.say(what + ", sandbox serves after", seconds(start));
      expect("\"rest\"", String.valueOf(ready));
      Files.writeString(place.home().resolve("ready.json"), ready + "\n");
      List<String> check =
          place.command(
              "check",
              place.recipe(),
              "--sandbox",
              place.inside() + "/ready.json",
              "--table",
              TABLE,
              "--to",
              "pollux-sandbox.mine.subjects",
              "--json");
      expect("\"ready\":true", timed(what + ", check", check));
    } finally {
      sandbox.destroy();
      sandbox.waitFor();
    }
  }

  private String timed(String what, List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path errors = Files.createTempFile("pollux", ".err");
    Process process = new ProcessBuilder(new ArrayList<>(command)).redirectError(errors.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    String wrong = Files.readString(errors);
    Files.delete(errors);
    if (code != 0) {
      throw new IOException(what + ": " + command + " ended with " + code + "\n" + said + wrong);
    }
    figures.say(what, seconds(start));
    return said;
  }

  private static void expect(String part, String said) {
    if (!said.contains(part)) {
      throw new IllegalStateException("Expected " + part + " in: " + said);
    }
  }

  private static String seconds(long start) {
    return "%.2f s".formatted((System.nanoTime() - start) / 1e9);
  }
}
