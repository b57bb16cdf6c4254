package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.DatasetRef;
import dev.pollux.domain.Location;
import dev.pollux.domain.PartitionColumn;
import dev.pollux.domain.TableEntry;
import dev.pollux.domain.TableInfo;
import dev.pollux.domain.TableKind;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every kind of table through the adapter: what it is, where it is, how many rows, who lists them.
class KindsContractTest {
  private static final DatasetRef KINDS = new DatasetRef(Sandbox.PROJECT, "sample_kinds");
  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud cloud;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(data);
    cloud = SandboxClouds.open(sandbox);
  }

  @AfterAll
  static void close() {
    cloud.close();
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "passages_view,         VIEW,              -1,  false",
    "passages_by_president, MATERIALIZED_VIEW, 43,  true",
    "passages_snapshot,     SNAPSHOT,          300, true",
    "passages_external,     EXTERNAL,          -1,  false",
    "passages_by_region,    TABLE,             300, true",
    "passages_live,         TABLE,             60,  false",
    "events_*,              SHARDS,            -1,  false",
  })
  void aTableIsDescribed(String name, TableKind kind, long rows, boolean counted) throws Exception {
    TableInfo info = cloud.catalog().table(KINDS.table(name)).orElseThrow();

    assertThat(info.kind()).isEqualTo(kind);
    assertThat(info.location()).isEqualTo(Location.US_CENTRAL1);
    assertThat(info.rows()).isEqualTo(rows);
    assertThat(info.isCounted()).isEqualTo(counted);
    assertThat(info.schema().fields()).isNotEmpty();
  }

  @Test
  void partitionsStreamsTagsAndDaysAreKnown() throws Exception {
    assertThat(info("passages_by_day").storage().partition())
        .contains(new PartitionColumn("day", true));
    assertThat(info("passages_live").storage().streamed()).isEqualTo(60);
    assertThat(info("passages_with_secret").storage().tagged()).containsExactly("secret");
    assertThat(info("events_*").listed()).contains(KINDS.table("events_20260104"));
    assertThat(info("events_*").conditionColumns().find("_TABLE_SUFFIX")).isPresent();
    assertThat(cloud.catalog().table(KINDS.table("nothing_*"))).isEmpty();
  }

  private static TableInfo info(String name) throws CloudException {
    return cloud.catalog().table(KINDS.table(name)).orElseThrow();
  }

  @Test
  void aForbiddenDatasetHidesNoOther() throws Exception {
    DatasetRef closed = new DatasetRef(Sandbox.PROJECT, "team_only");
    assertThat(cloud.catalog().datasets(Sandbox.PROJECT))
        .extracting(dataset -> dataset.ref().dataset())
        .contains("team_only", "sample_kinds", "samples");
    assertThatThrownBy(() -> cloud.catalog().tables(closed))
        .isInstanceOf(CloudException.NotAllowed.class)
        .hasMessageContaining("bigquery.tables.list denied");
    assertThat(cloud.catalog().tables(KINDS))
        .extracting(TableEntry::kind)
        .contains(TableKind.VIEW, TableKind.EXTERNAL, TableKind.SNAPSHOT, TableKind.TABLE);
  }
}
