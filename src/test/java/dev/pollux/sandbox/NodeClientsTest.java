package dev.pollux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Google's own clients for Node, of another language and other hands than ours, unadapted but for
/// address and credentials, against the whole sandbox. Their behaviours stand in scripts among the
/// resources. Where there is no Node, or its packages cannot be had, this is skipped and says so.
class NodeClientsTest {
  @TempDir static Path directory;
  private static Sandbox sandbox;

  @BeforeAll
  static void open() throws IOException {
    sandbox =
        Sandbox.start(
            new SandboxOptions(
                directory.resolve("data"), 0, 0, Optional.of("secret"), 100, Clock.systemUTC()));
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @TestFactory
  List<DynamicTest> bigQuery() throws Exception {
    return behaviours("bigquery.mjs", 100);
  }

  @TestFactory
  List<DynamicTest> genAi() throws Exception {
    return behaviours("genai.mjs", 30);
  }

  private static List<DynamicTest> behaviours(String script, int least) throws Exception {
    NodeScripts.Outcome outcome =
        NodeScripts.ready().run(directory, script, sandbox.restUrl(), sandbox.token());
    List<DynamicTest> tests = new ArrayList<>();
    for (NodeScripts.Behaviour one : outcome.behaviours()) {
      tests.add(dynamicTest(one.name(), () -> assertThat(one.error()).isEmpty()));
    }
    tests.add(
        dynamicTest(
            script + " comes to its end",
            () -> {
              assertThat(outcome.exit()).as(outcome.errors()).isZero();
              assertThat(outcome.behaviours()).hasSizeGreaterThanOrEqualTo(least);
            }));
    return tests;
  }
}
