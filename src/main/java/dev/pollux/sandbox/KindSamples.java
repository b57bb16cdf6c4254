package dev.pollux.sandbox;

import dev.pollux.sandbox.sql.Translation;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.StoredDataset;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import dev.pollux.sandbox.store.catalog.TableMeta;
import dev.pollux.sandbox.store.catalog.TableMeta.RowPolicy;
import dev.pollux.sandbox.store.query.QueryRunner;
import dev.pollux.sandbox.store.query.QueryScope;
import dev.pollux.sandbox.store.schema.ColumnDef;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One small table of each kind that real projects have, over the passages: what cannot be listed,
/// what hides rows or columns, what wants a filter, what is cut into days.
record KindSamples(Store store) {
  // Both come after `mine`, since the first dataset is what is proposed for answers.
  private static final DatasetId KINDS = new DatasetId(Sandbox.PROJECT, "sample_kinds");
  private static final DatasetId CLOSED = new DatasetId(Sandbox.PROJECT, "team_only");
  private static final String PASSAGES = "`pollux-sandbox.samples.sotu_passages`";

  /// A day for each passage, so that there is something to partition by.
  private static final String DAYS =
      "SELECT id, DATE_ADD(DATE '2026-01-01', INTERVAL MOD(id, 30) DAY) AS day,"
          + " IF(MOD(id, 3) = 0, 'north', 'south') AS region, president, text FROM "
          + PASSAGES
          + " WHERE id <= ";

  /// Makes them, if nobody did so far. The closed dataset, which nobody can delete, comes last and
  /// says that all are there.
  void load() {
    if (store.datasets().find(CLOSED).isPresent()) {
      return;
    }
    dataset(KINDS, "Views, external tables, row policies: one of each kind");
    view("passages_view", "SELECT id, year, president, text FROM " + PASSAGES + " WHERE id <= 400");
    table(
        "passages_by_president",
        "SELECT president, COUNT(*) AS passages FROM " + PASSAGES + " GROUP BY president",
        materialized());
    table("passages_snapshot", DAYS + 300, snapshot());
    table("passages_external", DAYS + 200, external("PARQUET", "gs://pollux-samples/passages/*"));
    table(
        "passages_sheet",
        DAYS + 20,
        external("GOOGLE_SHEETS", "https://docs.google.com/spreadsheets/d/sample"));
    table(
        "passages_by_region",
        DAYS + 300,
        TableMeta.plain()
            .withRowPolicy(new RowPolicy("north_only", "region = 'north'", true))
            .withRowPolicy(new RowPolicy("south_only", "region = 'south'", false)));
    table(
        "passages_with_secret",
        "SELECT id, president, CONCAT('secret of ', president) AS secret, text FROM "
            + PASSAGES
            + " WHERE id <= 200",
        TableMeta.plain()
            .withPolicyTag(
                "secret",
                "people : secret",
                "projects/pollux-sandbox/locations/us-central1/taxonomies/1/policyTags/2"));
    table("passages_by_day", DAYS + 900, partitioned());
    for (int day = 1; day <= 4; day++) {
      table(
          "events_2026010" + day,
          DAYS.replace(" WHERE", " WHERE MOD(id, 30) = " + (day - 1) + " AND") + 900,
          TableMeta.plain());
    }
    table("passages_live", DAYS + 60, streaming(60));
    dataset(CLOSED, "Of another team: listed, and nothing else is granted");
  }

  private void dataset(DatasetId id, String description) {
    if (store.datasets().find(id).isEmpty()) {
      ObjectNode meta = JsonNodeFactory.instance.objectNode().put("description", description);
      store
          .datasets()
          .insert(id, "us-central1", id.equals(CLOSED) ? StoredDataset.closed(meta) : meta);
    }
  }

  private void view(String name, String sql) {
    TableMeta meta = TableMeta.plain().withType("VIEW");
    meta.json().putObject("view").put("query", sql).put("useLegacySql", false);
    make(name, QueryRunner.columns(translated(sql)), Optional.empty(), meta);
  }

  private void table(String name, String sql, TableMeta meta) {
    Translation statement = translated(sql);
    List<ColumnDef> columns = QueryRunner.columns(statement);
    make(
        name,
        columns,
        statement instanceof Translation.Select select
            ? Optional.of(select.duckSql())
            : Optional.empty(),
        meta);
  }

  private Translation translated(String sql) {
    return store
        .queries()
        .translate(sql, Parameters.none(), new QueryScope(Sandbox.PROJECT, Optional.empty()));
  }

  private void make(String name, List<ColumnDef> columns, Optional<String> rows, TableMeta meta) {
    TableId id = KINDS.table(name);
    if (store.tables().find(id).isEmpty()) {
      store.tables().kindred(id, columns, rows, meta);
    }
  }

  private static TableMeta materialized() {
    TableMeta meta = TableMeta.plain().withType("MATERIALIZED_VIEW");
    meta.json()
        .putObject("materializedView")
        .put(
            "query",
            "SELECT president, COUNT(*) AS passages FROM " + PASSAGES + " GROUP BY president")
        .put("enableRefresh", true);
    return meta;
  }

  private static TableMeta snapshot() {
    TableMeta meta = TableMeta.plain().withType("SNAPSHOT");
    ObjectNode definition = meta.json().putObject("snapshotDefinition");
    definition
        .putObject("baseTableReference")
        .put("projectId", Sandbox.PROJECT)
        .put("datasetId", "samples")
        .put("tableId", "sotu_passages");
    definition.put("snapshotTime", "2026-01-31T00:00:00Z");
    return meta;
  }

  private static TableMeta external(String format, String uri) {
    TableMeta meta = TableMeta.plain().withType("EXTERNAL");
    ObjectNode configuration = meta.json().putObject("externalDataConfiguration");
    configuration.put("sourceFormat", format);
    configuration.putArray("sourceUris").add(uri);
    return meta;
  }

  private static TableMeta partitioned() {
    TableMeta meta = TableMeta.plain();
    meta.json().put("requirePartitionFilter", true);
    meta.json().putObject("timePartitioning").put("type", "DAY").put("field", "day");
    return meta;
  }

  private TableMeta streaming(long rows) {
    TableMeta meta = TableMeta.plain();
    meta.json()
        .putObject("streamingBuffer")
        .put("estimatedRows", Long.toString(rows))
        .put("estimatedBytes", Long.toString(rows * 1_000))
        .put("oldestEntryTime", "1769990400000");
    return meta;
  }
}
