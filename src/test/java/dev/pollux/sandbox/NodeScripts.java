package dev.pollux.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The scripts for Node, beside the packages that they need. The packages are pinned, and are
/// fetched once; builds after that need no network.
record NodeScripts(Path home) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path HOME = Path.of("target", "node-clients");
  private static final int OLDEST_NODE = 20;
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "bigquery.mjs", "genai.mjs");

  /// What a script found of one behaviour; no error if it is right.
  record Behaviour(String name, String error) {}

  /// What a script said before it ended.
  record Outcome(int exit, List<Behaviour> behaviours, String errors) {}

  /// The scripts with their packages.
  ///
  /// @throws org.opentest4j.TestAbortedException if there is no Node, or no way to its packages
  static NodeScripts ready() throws Exception {
    String version = said(HOME, "node", "--version");
    Assumptions.assumeTrue(
        version.matches("v\\d+\\..*")
            && Integer.parseInt(version.replaceFirst("v(\\d+).*", "$1")) >= OLDEST_NODE,
        "Skipped: there is no Node " + OLDEST_NODE + " or newer on this machine");
    String before = lock();
    for (String file : FILES) {
      try (InputStream in =
          Objects.requireNonNull(NodeScripts.class.getResourceAsStream("node/" + file), file)) {
        Files.copy(in, HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    boolean fetched =
        before.equals(lock()) && Files.exists(HOME.resolve("node_modules/.package-lock.json"));
    Assumptions.assumeTrue(
        fetched || fetch(), "Skipped: npm has not the packages, and cannot fetch them");
    return new NodeScripts(HOME);
  }

  private static String lock() throws IOException {
    Files.createDirectories(HOME);
    Path lock = HOME.resolve("package-lock.json");
    return Files.exists(lock) ? Files.readString(lock) : "";
  }

  private static boolean fetch() throws Exception {
    String said =
        said(
            HOME,
            "npm",
            "ci",
            "--prefer-offline",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--fetch-retries=0",
            "--fetch-timeout=30000");
    return said.contains("added ");
  }

  /// The first words of a program; none if it fails or is not there.
  private static String said(Path home, String... command) throws Exception {
    Path out = Files.createTempFile("node", ".txt");
    try {
      Files.createDirectories(home);
      Process process =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      process.destroyForcibly();
      return ended && process.exitValue() == 0 ? Files.readString(out).strip() : "";
    } catch (IOException _) {
      return "";
    } finally {
      Files.delete(out);
    }
  }

  /// Runs a script to its end.
  ///
  /// @param files where what it says is kept
  Outcome run(Path files, String script, String url, String token) throws Exception {
    Path out = files.resolve(script + ".out");
    Path errors = files.resolve(script + ".err");
    Process process =
        new ProcessBuilder("node", script, url, token)
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly().waitFor();
    List<Behaviour> behaviours = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      JsonNode read = JSON.readTree(line);
      behaviours.add(new Behaviour(read.path("name").asString(), read.path("error").asString()));
    }
    return new Outcome(ended ? process.exitValue() : -1, behaviours, Files.readString(errors));
  }
}
