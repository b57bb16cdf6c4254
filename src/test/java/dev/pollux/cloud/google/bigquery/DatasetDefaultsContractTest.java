package dev.pollux.cloud.google.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigquery.DatasetInfo;
import com.google.cloud.bigquery.EncryptionConfiguration;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.table.Dataset;
import dev.pollux.domain.table.DatasetDefaults;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The defaults of a dataset, from Google's client to ours.
class DatasetDefaultsContractTest {
  @TempDir private Path directory;

  @Test
  void readsWhenTablesExpire() throws Exception {
    try (Sandbox sandbox = Clients.sandbox(directory);
        Cloud cloud = SandboxClouds.open(sandbox)) {
      Clients.bigQuery(sandbox)
          .create(
              DatasetInfo.newBuilder("brief")
                  .setLocation("us-central1")
                  .setDefaultTableLifetime(Duration.ofDays(3).toMillis())
                  .setDefaultPartitionExpirationMs(Duration.ofDays(9).toMillis())
                  .build());
      assertThat(cloud.catalog().dataset(new DatasetRef(sandbox.project(), "brief")))
          .map(Dataset::defaults)
          .contains(
              new DatasetDefaults(
                  Optional.of(Duration.ofDays(3)),
                  Optional.of(Duration.ofDays(9)),
                  Optional.empty()));
      assertThat(cloud.catalog().dataset(new DatasetRef(sandbox.project(), "mine")))
          .map(Dataset::defaults)
          .contains(DatasetDefaults.NONE);
    }
  }

  @Test
  void readsTheKeyAndTakesNoughtForNever() {
    DatasetInfo info =
        DatasetInfo.newBuilder("d")
            .setDefaultTableLifetime(0L)
            .setDefaultEncryptionConfiguration(
                EncryptionConfiguration.newBuilder().setKmsKeyName("keys/k").build())
            .build();
    assertThat(GoogleCatalog.defaults(info))
        .isEqualTo(new DatasetDefaults(Optional.empty(), Optional.empty(), Optional.of("keys/k")));
  }
}
