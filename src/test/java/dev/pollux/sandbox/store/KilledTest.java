package dev.pollux.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.sandbox.store.catalog.Projects.StoredProject;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A store that is killed keeps what it had confirmed, and says which jobs it could not end.
class KilledTest {
  private static final TableId TABLE = new TableId("p", "d", "t");
  @TempDir Path directory;

  /// What runs in the child: inserts rows for ever and prints how many are confirmed.
  public static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      Store store = Store.open(Path.of(arguments[0]), Clock.systemUTC());
      store.projects().put(new StoredProject("p", "P", false));
      ObjectNode nothing = JsonNodeFactory.instance.objectNode();
      store.datasets().insert(new DatasetId("p", "d"), "us-central1", nothing);
      store.tables().insert(TABLE, List.of(ColumnDef.of("i", ColumnType.INTEGER)), nothing, null);
      ObjectNode job = JsonNodeFactory.instance.objectNode();
      job.putObject("jobReference").put("projectId", "p").put("jobId", "j");
      job.putObject("status").put("state", "RUNNING");
      store.jobs().insert("p", "j", job);
      for (long i = 0; ; i++) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("i", i);
        store.inserts().insert(TABLE, List.of(row), false, false);
        store.batches().keep("b", List.of(new Batches.KeptAnswer(i, "{}", "")));
        System.out.println(i + 1);
      }
    }
  }

  @Test
  void losesNothingThatWasConfirmed() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long confirmed = 0;
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      while (confirmed < 100) {
        confirmed = Long.parseLong(out.readLine());
      }
      assertThatThrownBy(() -> Store.open(directory, Clock.systemUTC()))
          .as("while the child holds it")
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("in use by another process");
      child.destroyForcibly().waitFor();
    }
    try (Store store = Store.open(directory, Clock.systemUTC())) {
      Table table = store.tables().need(TABLE);
      assertThat(store.tables().rows(table)).isGreaterThanOrEqualTo(confirmed);
      assertThat(store.batches().kept("b")).hasSizeGreaterThanOrEqualTo((int) confirmed);
      ObjectNode job = store.jobs().find("p", "j").orElseThrow();
      assertThat(job.path("status").path("state").asString("")).isEqualTo("DONE");
      assertThat(job.path("status").path("errorResult").path("message").asString(""))
          .contains("interrupted");
    }
  }
}
