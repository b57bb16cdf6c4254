package dev.pollux.sandbox;

import dev.pollux.sandbox.store.Column;
import dev.pollux.sandbox.store.ColumnType;
import dev.pollux.sandbox.store.LoadFormat;
import dev.pollux.sandbox.store.Projects.Project;
import dev.pollux.sandbox.store.Running;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.TableId;
import dev.pollux.sandbox.store.TableId.DatasetId;
import dev.pollux.sandbox.store.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// The data that is there from the start; loaded once, then it is as people leave it.
record Samples(Store store) {
  private static final String OTHERS = "storage-samples";
  private static final List<Column> PASSAGES =
      List.of(
          Column.of("id", ColumnType.INTEGER),
          Column.of("year", ColumnType.INTEGER),
          Column.of("president", ColumnType.STRING),
          Column.of("party", ColumnType.STRING),
          Column.of("passage", ColumnType.INTEGER),
          Column.of("text", ColumnType.STRING));

  void load() throws IOException {
    if (store.projects().find(OTHERS).isPresent()) {
      return;
    }
    store.projects().put(new Project(Sandbox.PROJECT, "Pollux sandbox", false));
    dataset("samples", "us-central1", "Real texts to try things on");
    dataset("mine", "us-central1", "Room for your own tables");
    passages();
    // Last: its presence says that all of the above is there.
    store.projects().put(new Project(OTHERS, "Google's public samples", true));
  }

  private void dataset(String name, String location, String description) {
    DatasetId id = new DatasetId(Sandbox.PROJECT, name);
    if (store.datasets().find(id).isEmpty()) {
      store
          .datasets()
          .insert(
              id, location, JsonNodeFactory.instance.objectNode().put("description", description));
    }
  }

  private void passages() throws IOException {
    load(
        new TableId(Sandbox.PROJECT, "samples", "sotu_passages"),
        "sotu_passages.parquet",
        LoadFormat.Kind.PARQUET,
        PASSAGES);
  }

  private void load(TableId id, String resource, LoadFormat.Kind kind, List<Column> columns)
      throws IOException {
    if (store.tables().find(id).isPresent()) {
      return;
    }
    Path file;
    try (InputStream in = resource(resource)) {
      file = store.loads().file(in);
    }
    try {
      store
          .loads()
          .load(file, LoadFormat.of(kind), Optional.of(columns), Target.fresh(id), new Running());
    } finally {
      Files.delete(file);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Samples.class.getResourceAsStream(name), name);
  }
}
