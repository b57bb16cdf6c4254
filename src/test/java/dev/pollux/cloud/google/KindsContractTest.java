package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.PartitionColumn;
import dev.pollux.domain.table.TableEntry;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.OpenSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every kind of table through the adapter: what it is, where it is, how many rows, who lists them.
class KindsContractTest {
  private static final DatasetRef KINDS = new DatasetRef(Sandbox.PROJECT, "sample_kinds");
  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();

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
    TableInfo info = SANDBOX.cloud().catalog().table(KINDS.table(name)).orElseThrow();

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
    assertThat(SANDBOX.cloud().catalog().table(KINDS.table("nothing_*"))).isEmpty();
  }

  private static TableInfo info(String name) throws CloudException {
    return SANDBOX.cloud().catalog().table(KINDS.table(name)).orElseThrow();
  }

  @Test
  void aForbiddenDatasetHidesNoOther() throws Exception {
    DatasetRef closed = new DatasetRef(Sandbox.PROJECT, "team_only");
    assertThat(SANDBOX.cloud().catalog().datasets(Sandbox.PROJECT))
        .extracting(dataset -> dataset.ref().dataset())
        .contains("team_only", "sample_kinds", "samples");
    assertThatThrownBy(() -> SANDBOX.cloud().catalog().tables(closed))
        .isInstanceOf(CloudException.NotAllowed.class)
        .hasMessageContaining("bigquery.tables.list denied");
    assertThat(SANDBOX.cloud().catalog().tables(KINDS))
        .extracting(TableEntry::kind)
        .contains(TableKind.VIEW, TableKind.EXTERNAL, TableKind.SNAPSHOT, TableKind.TABLE);
  }
}
