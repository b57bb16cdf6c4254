import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    String tour = Files.readString(place.home().resolve("tour/tour.json"));
    figures.say(what + ", the tour says", tour.replaceAll("\\s+", " "));
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
