package dev.pollux.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.ProxiedClouds;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableRef;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.RestFault;
import dev.pollux.testing.RestFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All that can go wrong on the wire once while a dataset is made or a table deleted: what is said
/// of it is what became of it.
class CatalogFaultsTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud truth;
  private static int made;

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

  /// That it is there already is true, whoever says so.
  static List<RestFault> wire() {
    return RestFault.all().stream().filter(fault -> !fault.name().equals("HTTP 409")).toList();
  }

  private interface Write {
    void on(Cloud cloud) throws CloudException;
  }

  private static Optional<CloudException> failure(RestFault fault, Write write) throws Exception {
    try (RestFaults proxy = new RestFaults(sandbox.restUrl());
        Cloud cloud = ProxiedClouds.quick(sandbox, proxy.url(), SHORT, SHORT)) {
      proxy.arm(fault, 0, 1);
      write.on(cloud);
      return Optional.empty();
    } catch (CloudException e) {
      return Optional.of(e);
    }
  }

  @ParameterizedTest
  @MethodSource("wire")
  void aDatasetIsMadeOrNot(RestFault fault) throws Exception {
    DatasetRef ref = new DatasetRef(sandbox.project(), "made_" + made++);
    Optional<CloudException> failure =
        failure(fault, cloud -> cloud.catalog().createDataset(ref, Location.US_CENTRAL1));
    assertThat(truth.catalog().dataset(ref).isPresent())
        .as("%s: %s", fault, failure)
        .isEqualTo(failure.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("wire")
  void aTableIsDeletedOrNot(RestFault fault) throws Exception {
    TableRef ref = new TableRef(sandbox.project(), "mine", "deleted_" + made++);
    truth
        .queries()
        .run(
            new Query("SELECT 1 AS a", Map.of(), Location.US_CENTRAL1, Optional.of(ref)),
            "made_" + ref.table());
    Optional<CloudException> failure = failure(fault, cloud -> cloud.catalog().deleteTable(ref));
    assertThat(truth.catalog().table(ref).isEmpty())
        .as("%s: %s", fault, failure)
        .isEqualTo(failure.isEmpty());
  }
}
