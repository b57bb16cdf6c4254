package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cloud that is held before anybody knows where it is: each call waits, and nothing else does.
class ConnectingTest {
  private static final Location HERE = Location.US_CENTRAL1;
  private static final String PROJECT = Sandbox.PROJECT;
  private final GoogleCloud cloud = GoogleCloud.connecting(new Connection.Sandbox(PROJECT, HERE));

  private static Map<String, ThrowingCallable> calls(Cloud of) {
    TableRef table = new DatasetRef(PROJECT, "none").table("none");
    Query query = new Query("SELECT 1", Map.of(), HERE, java.util.Optional.empty());
    GeminiModel model = GeminiModel.of("gemini-3.5-flash");
    return Map.ofEntries(
        Map.entry("projects", () -> of.catalog().projects()),
        Map.entry("table", () -> of.catalog().table(table)),
        Map.entry("delete table", () -> of.catalog().deleteTable(table)),
        Map.entry("rows", () -> of.rows().page(table, new TableSchema(List.of()), 0, 1)),
        Map.entry("query", () -> of.queries().run(query, "job_1")),
        Map.entry("dry run", () -> of.queries().dryRun(query)),
        Map.entry("jobs", () -> of.jobs().list(PROJECT, HERE, "")),
        Map.entry("models", () -> of.models().published()),
        Map.entry("tokens", () -> of.gemini().countTokens(model, HERE, "{}")),
        Map.entry("permissions", () -> of.permissions().granted(PROJECT, Set.of("a.b.c"))),
        Map.entry("files", () -> of.files().readable("gs://none/none")));
  }

  private record Call(Thread thread, CompletableFuture<Throwable> thrown) {
    static Call of(ThrowingCallable call) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      Thread thread =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  call.call();
                  thrown.completeExceptionally(new AssertionError("it did not wait"));
                } catch (Throwable e) {
                  thrown.complete(e);
                }
              });
      return new Call(thread, thrown);
    }

    Throwable failure() throws Exception {
      return thrown.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void whoWaitsCanBeStopped() throws Exception {
    for (Map.Entry<String, ThrowingCallable> call : calls(cloud).entrySet()) {
      Call waits = Call.of(call.getValue());
      waits.thread().interrupt();
      assertThat(waits.failure())
          .as(call.getKey())
          .isInstanceOfAny(CloudException.Unavailable.class, InterruptedException.class);
    }
  }

  @Test
  void closingNeverWaitsAndEndsAllThatDoes() throws Exception {
    List<Call> waiting = calls(cloud).values().stream().map(Call::of).toList();
    cloud.close();
    for (Call call : waiting) {
      assertThat(call.failure()).hasMessageContaining("closed");
    }
    cloud.connect(new Endpoints.Sandbox(URI.create("http://127.0.0.1:1"), "127.0.0.1:1", "t"));
    assertThatThrownBy(() -> cloud.catalog().projects()).hasMessageContaining("closed");
    assertThat(cloud.address()).isEmpty();
  }

  @Test
  void whatWaitsGoesOnWhenItIsConnected(@TempDir Path data) throws Exception {
    CompletableFuture<List<String>> projects = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            projects.complete(cloud.catalog().projects());
          } catch (CloudException e) {
            projects.completeExceptionally(e);
          }
        });
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.at(data, Clock.systemUTC()));
        cloud) {
      assertThat(projects).isNotDone();
      cloud.connect(
          new Endpoints.Sandbox(
              URI.create(sandbox.restUrl()), sandbox.grpcTarget(), sandbox.token()));
      assertThat(projects.get(30, TimeUnit.SECONDS)).contains(PROJECT);
      assertThat(cloud.jobs().list(PROJECT, HERE, "")).isEmpty();
      assertThat(cloud.address()).contains(URI.create(sandbox.restUrl()));
    }
  }
}
