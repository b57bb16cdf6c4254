package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Page;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.testing.OpenSandbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Catalogue and rows through the adapter, against the sandbox.
class BrowseContractTest {
  private static final DatasetRef SAMPLES = new DatasetRef(Sandbox.PROJECT, "samples");
  private static final TableRef PASSAGES = SAMPLES.table("sotu_passages");
  @RegisterExtension private static final OpenSandbox SANDBOX = new OpenSandbox();

  @Test
  void theConnectionsOwnProjectComesFirst() throws Exception {
    assertThat(SANDBOX.cloud().catalog().projects())
        .startsWith(Sandbox.PROJECT)
        .contains("storage-samples");
  }

  @Test
  void datasetsSayWhereTheyAre() throws Exception {
    assertThat(SANDBOX.cloud().catalog().datasets(Sandbox.PROJECT))
        .filteredOn(dataset -> dataset.ref().equals(SAMPLES))
        .singleElement()
        .satisfies(d -> assertThat(d.location()).isEqualTo(Location.US_CENTRAL1));
    assertThat(SANDBOX.cloud().catalog().dataset(SAMPLES)).isPresent();
    assertThat(SANDBOX.cloud().catalog().dataset(new DatasetRef(Sandbox.PROJECT, "nope")))
        .isEmpty();
  }

  @Test
  void aTableIsDescribed() throws Exception {
    assertThat(SANDBOX.cloud().catalog().tables(SAMPLES))
        .anySatisfy(entry -> assertThat(entry.ref()).isEqualTo(PASSAGES));

    TableInfo info = SANDBOX.cloud().catalog().table(PASSAGES).orElseThrow();

    assertThat(info.kind()).isEqualTo(TableKind.TABLE);
    assertThat(info.location()).isEqualTo(Location.US_CENTRAL1);
    assertThat(info.rows()).isEqualTo(13_866);
    assertThat(info.bytes()).isPositive();
    assertThat(info.schema().find("text").orElseThrow().type()).isEqualTo(FieldType.STRING);
    assertThat(info.schema().find("year").orElseThrow().type()).isEqualTo(FieldType.INT64);
  }

  @Test
  void whatIsNotThereIsEmptyOrNotFound() throws Exception {
    assertThat(SANDBOX.cloud().catalog().table(SAMPLES.table("nope"))).isEmpty();
    assertThat(SANDBOX.cloud().catalog().table(new TableRef(Sandbox.PROJECT, "nope", "nope")))
        .isEmpty();
    assertThatThrownBy(
            () -> SANDBOX.cloud().catalog().tables(new DatasetRef(Sandbox.PROJECT, "nope")))
        .isInstanceOf(CloudException.NotFound.class);
    assertThatThrownBy(() -> SANDBOX.cloud().catalog().deleteTable(SAMPLES.table("nope")))
        .isInstanceOf(CloudException.NotFound.class);
  }

  @Test
  void aDatasetIsMadeOnce() throws Exception {
    DatasetRef fresh = new DatasetRef(Sandbox.PROJECT, "fresh");
    SANDBOX.cloud().catalog().createDataset(fresh, new Location("europe-west1"));

    assertThat(SANDBOX.cloud().catalog().dataset(fresh).orElseThrow().location().id())
        .isEqualTo("europe-west1");
    assertThatThrownBy(() -> SANDBOX.cloud().catalog().createDataset(fresh, Location.US_CENTRAL1))
        .isInstanceOf(CloudException.Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0,     200,  200",
    "13800, 200,  66",
    "13866, 200,  0",
    "99999, 200,  0",
    "7000,  5000, 5000",
  })
  void pagesBeginAnywhere(long start, int size, int rows) throws Exception {
    TableInfo info = SANDBOX.cloud().catalog().table(PASSAGES).orElseThrow();

    Page page = SANDBOX.cloud().rows().page(PASSAGES, info.schema(), start, size);

    assertThat(page.start()).isEqualTo(start);
    assertThat(page.total()).isEqualTo(13_866);
    assertThat(page.rows()).hasSize(rows);
  }

  @Test
  void pagesMeetWithoutGapOrOverlap() throws Exception {
    TableInfo info = SANDBOX.cloud().catalog().table(PASSAGES).orElseThrow();
    int id = info.schema().indexOf("id");
    Page whole = SANDBOX.cloud().rows().page(PASSAGES, info.schema(), 100, 40);
    Page first = SANDBOX.cloud().rows().page(PASSAGES, info.schema(), 100, 20);
    Page second = SANDBOX.cloud().rows().page(PASSAGES, info.schema(), 120, 20);

    List<Value> joined =
        java.util.stream.Stream.concat(first.rows().stream(), second.rows().stream())
            .map(row -> row.values().get(id))
            .toList();
    assertThat(joined)
        .containsExactlyElementsOf(whole.rows().stream().map(row -> row.values().get(id)).toList())
        .doesNotHaveDuplicates();
  }

  /// Each column alone is what it is among all: of a table that has every type.
  @Test
  void someColumnsAreAsTheyAreAmongAll() throws Exception {
    TableRef table = SAMPLES.table("all_types");
    TableSchema schema = SANDBOX.cloud().catalog().table(table).orElseThrow().schema();
    Page whole = SANDBOX.cloud().rows().page(table, schema, 0, 10);
    assertThat(whole.rows()).isNotEmpty();
    for (int at = 0; at < schema.fields().size(); at++) {
      int column = at;
      assertThat(
              SANDBOX
                  .cloud()
                  .rows()
                  .page(table, schema, schema.fields().subList(at, at + 1), 0, 10))
          .as(schema.fields().get(at).name())
          .isEqualTo(
              new Page(
                  0,
                  whole.rows().stream()
                      .map(row -> new Row(List.of(row.values().get(column))))
                      .toList(),
                  whole.total()));
    }
  }

  @Test
  void aColumnThatIsNotThereIsRefused() throws Exception {
    TableSchema schema = SANDBOX.cloud().catalog().table(PASSAGES).orElseThrow().schema();
    assertThatThrownBy(() ->
            SANDBOX
                .cloud()
                .rows()
                .page(PASSAGES, schema, List.of(Field.of("a&b+c#d é", FieldType.STRING)), 0, 1))
        .isInstanceOf(CloudException.Invalid.class)
        .hasMessageContaining("a&b+c#d é");
  }

  @Test
  void aWrongTokenIsNotSignedIn() throws Exception {
    try (Cloud stranger = SandboxClouds.open(SANDBOX.sandbox(), "wrong")) {
      assertThatThrownBy(() -> stranger.catalog().datasets(Sandbox.PROJECT))
          .isInstanceOf(CloudException.NotSignedIn.class);
      assertThatThrownBy(() -> stranger.catalog().table(PASSAGES))
          .isInstanceOf(CloudException.NotSignedIn.class);
    }
  }
}
