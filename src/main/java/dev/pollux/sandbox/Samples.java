package dev.pollux.sandbox;

import dev.pollux.sandbox.sql.Translation;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.Projects.StoredProject;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.load.LoadFormat;
import dev.pollux.sandbox.store.query.QueryScope;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.ColumnType;
import dev.pollux.sandbox.store.schema.TableSchemaJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The data that is there from the start. It is loaded once: what people change or delete stays so.
record Samples(Store store) {
  private static final String OTHERS = "storage-samples";
  private static final String OTHERS_NAME = "Google's public samples";
  private static final List<ColumnDef> CITIES =
      List.of(
          ColumnDef.of("city", ColumnType.STRING),
          ColumnDef.of("country", ColumnType.STRING),
          ColumnDef.of("residents", ColumnType.INTEGER));
  private static final List<ColumnDef> PASSAGES =
      List.of(
          ColumnDef.of("id", ColumnType.INTEGER),
          ColumnDef.of("year", ColumnType.INTEGER),
          ColumnDef.of("president", ColumnType.STRING),
          ColumnDef.of("party", ColumnType.STRING),
          ColumnDef.of("passage", ColumnType.INTEGER),
          ColumnDef.of("text", ColumnType.STRING));

  void load() throws IOException {
    if (store.projects().find(OTHERS).filter(StoredProject::readOnly).isEmpty()) {
      passages();
    }
    new KindSamples(store).load();
  }

  private void passages() throws IOException {
    store.projects().put(new StoredProject(Sandbox.PROJECT, "Pollux sandbox", false));
    dataset(Sandbox.PROJECT, "samples", "us-central1", "Real texts to try things on");
    dataset(Sandbox.PROJECT, "samples_eu", "EU", "Data that lie in another place");
    dataset(Sandbox.PROJECT, "mine", "us-central1", "Room for your own tables");
    dataset(Sandbox.PROJECT, "samples_us", "US", "Where BigQuery puts data when nobody says where");
    sample("samples", "sotu_passages", "sotu_passages.parquet", PASSAGES);
    sample("samples", "all_types", "all_types.jsonl", allTypes());
    sample("samples_eu", "cities", "cities.jsonl", CITIES);
    speeches();
    // Writable until its table is there.
    store.projects().put(new StoredProject(OTHERS, OTHERS_NAME, false));
    dataset(OTHERS, "generative_ai", "us-central1", "Requests of Google's examples, made up here");
    load(
        new TableId(OTHERS, "generative_ai", "batch_requests_for_multimodal_input"),
        "multimodal_requests.jsonl",
        List.of(ColumnDef.of("request", ColumnType.JSON)));
    // Last: its presence says that all of the above is there.
    store.projects().put(new StoredProject(OTHERS, OTHERS_NAME, true));
  }

  private void dataset(String project, String name, String location, String description) {
    DatasetId id = new DatasetId(project, name);
    if (store.datasets().find(id).isEmpty()) {
      store
          .datasets()
          .insert(
              id, location, JsonNodeFactory.instance.objectNode().put("description", description));
    }
  }

  private void sample(String dataset, String table, String resource, List<ColumnDef> columns)
      throws IOException {
    load(new TableId(Sandbox.PROJECT, dataset, table), resource, columns);
  }

  /// A part of the passages in `US`, made by a statement instead of another file.
  private void speeches() {
    TableId id = new TableId(Sandbox.PROJECT, "samples_us", "speeches");
    if (store.tables().find(id).isEmpty()) {
      String sql =
          "SELECT * FROM `%s.samples.sotu_passages` WHERE year >= 2009".formatted(Sandbox.PROJECT);
      Translation recent =
          store
              .queries()
              .translate(sql, Parameters.none(), new QueryScope(Sandbox.PROJECT, Optional.empty()));
      store.queries().run(recent, WriteTarget.fresh(id), new CancelHandle());
    }
  }

  private static List<ColumnDef> allTypes() throws IOException {
    try (InputStream in = resource("all_types.schema.json")) {
      return TableSchemaJson.read(new JsonMapper().readTree(in));
    }
  }

  private void load(TableId id, String resource, List<ColumnDef> columns) throws IOException {
    if (store.tables().find(id).isPresent()) {
      return;
    }
    Path file;
    try (InputStream in = resource(resource)) {
      file = store.loads().file(in);
    }
    try {
      LoadFormat.FileFormat kind =
          resource.endsWith(".parquet")
              ? LoadFormat.FileFormat.PARQUET
              : LoadFormat.FileFormat.JSON_LINES;
      store
          .loads()
          .load(
              file,
              LoadFormat.of(kind),
              Optional.of(columns),
              WriteTarget.fresh(id),
              new CancelHandle());
    } finally {
      Files.delete(file);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Samples.class.getResourceAsStream(name), name);
  }
}
