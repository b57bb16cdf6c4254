package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.ProxiedClouds;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableLoad;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.RestFault;
import dev.pollux.testing.RestFaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All that can go wrong on the wire once while the rows of a file are sent: they are loaded once
/// or not at all, and it is known which; sent again under the same id, they are there once.
class LoadFaultsTest {
  private static final int CALLS = 3;

  /// Begun, sent, then looked at.
  private static final int LOOK = 2;

  private static final long ROWS = 2;
  private static final Duration SHORT = Duration.ofMillis(400);

  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud truth;
  private static int tables;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(data);
    truth = SandboxClouds.open(sandbox);
  }

  @AfterAll
  static void close() throws Exception {
    truth.close();
    sandbox.close();
  }

  static List<RestFault> wire() {
    return RestFault.all();
  }

  @ParameterizedTest
  @MethodSource("wire")
  void rowsAreLoadedOnceOrNotAtAll(RestFault fault) throws Exception {
    for (int call = 0; call < CALLS; call++) {
      if (call == LOOK && fault.name().equals("HTTP 409")) {
        continue; // nobody says it to who only looks
      }
      String name = "load_" + tables++;
      String what = fault + " at call " + call;
      try (RestFaults proxy = new RestFaults(sandbox.restUrl());
          Cloud cloud = ProxiedClouds.quick(sandbox, proxy.url(), SHORT, SHORT.multipliedBy(2))) {
        proxy.arm(fault, call, 1);
        Optional<CloudException> failure = load(cloud, name);
        proxy.disarm();
        Optional<Long> rows = truth.catalog().table(table(name)).map(TableInfo::rows);
        assertThat(rows)
            .as(what + ": " + failure)
            .isEqualTo(failure.isEmpty() ? Optional.of(ROWS) : Optional.empty());
        assertThat(load(cloud, name)).as(what + ", again").isEmpty();
        assertThat(truth.catalog().table(table(name)).map(TableInfo::rows)).contains(ROWS);
      }
    }
  }

  private static TableRef table(String name) {
    return new TableRef(Sandbox.PROJECT, "mine", name);
  }

  private static Optional<CloudException> load(Cloud cloud, String name)
      throws IOException, InterruptedException {
    try {
      cloud
          .loads()
          .run(
              new TableLoad(
                  table(name),
                  Location.US_CENTRAL1,
                  new TableSchema(List.of(Field.of("a", FieldType.INT64)))),
              name,
              out -> out.write("{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8)));
      return Optional.empty();
    } catch (CloudException e) {
      return Optional.of(e);
    }
  }
}
