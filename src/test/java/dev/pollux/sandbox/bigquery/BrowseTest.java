package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQuery.TableDataListOption;
import com.google.cloud.bigquery.Dataset;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.Table;
import com.google.cloud.bigquery.TableId;
import com.google.cloud.bigquery.TableResult;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a browser of tables does, through Google's own client.
class BrowseTest {
  private static final TableId PASSAGES = TableId.of("pollux-sandbox", "samples", "sotu_passages");
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static BigQuery bigQuery;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    bigQuery = Clients.bigQuery(sandbox);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void listsDatasetsAndTables() {
    assertThat(bigQuery.listDatasets().iterateAll())
        .extracting(dataset -> dataset.getDatasetId().getDataset())
        .contains("mine", "samples");
    assertThat(bigQuery.listTables("samples").iterateAll())
        .extracting(table -> table.getTableId().getTable())
        .contains("sotu_passages");
  }

  @Test
  void showsATable() {
    Dataset dataset = bigQuery.getDataset("samples");
    Table table = bigQuery.getTable(PASSAGES);
    assertThat(dataset.getLocation()).isEqualTo("us-central1");
    assertThat(table.getNumRows()).isEqualTo(13_866);
    assertThat(table.getNumBytes()).isGreaterThan(5_000_000);
    assertThat(table.getDefinition().getSchema().getFields())
        .extracting(field -> field.getName())
        .containsExactly("id", "year", "president", "party", "passage", "text");
    assertThat(bigQuery.getTable("samples", "nothing")).isNull();
  }

  @Test
  void readsAnyPage() {
    TableResult page =
        bigQuery.listTableData(
            PASSAGES, TableDataListOption.startIndex(13_860), TableDataListOption.pageSize(200));
    List<FieldValueList> rows = page.streamValues().toList();
    assertThat(page.getTotalRows()).isEqualTo(13_866);
    assertThat(rows).hasSize(6);
    assertThat(rows.getFirst().get(0).getLongValue()).isEqualTo(13_861);
  }

  @Test
  void followsPageTokensToTheEnd() {
    TableResult pages = bigQuery.listTableData(PASSAGES, TableDataListOption.pageSize(5000));
    assertThat(pages.streamAll().mapToLong(row -> row.get(0).getLongValue()))
        .hasSize(13_866)
        .isSorted();
  }
}
