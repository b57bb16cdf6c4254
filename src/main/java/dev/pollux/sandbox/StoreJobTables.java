package dev.pollux.sandbox;

import dev.pollux.sandbox.store.Batches;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.vertex.job.JobTables;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What batch jobs need of the data, over the store.
record StoreJobTables(Store store) implements JobTables {
  @Override
  public Optional<Facts> find(String table) {
    return store
        .tables()
        .find(TableId.parse(table))
        .map(found ->
            new Facts(
                location(found.id().datasetId()).orElse(""),
                found.columns().stream().map(StoreJobTables::column).toList(),
                store.tables().rows(found)));
  }

  private static InputColumn column(dev.pollux.sandbox.store.schema.ColumnDef column) {
    return new InputColumn(column.name(), column.repeated() ? "ARRAY" : column.type().sql());
  }

  @Override
  public Optional<String> datasetLocation(String dataset) {
    int dot = dataset.lastIndexOf('.');
    return location(new TableId.DatasetId(dataset.substring(0, dot), dataset.substring(dot + 1)));
  }

  private Optional<String> location(TableId.DatasetId dataset) {
    return store.batches().location(dataset).map(name -> name.toLowerCase(Locale.ROOT));
  }

  @Override
  public List<@Nullable String> read(String table, String column, long start, int count) {
    return store.rows().texts(TableId.parse(table), column, start, count);
  }

  @Override
  public void keep(String jobId, List<AnsweredRow> answers) {
    store
        .batches()
        .keep(
            jobId,
            answers.stream()
                .map(a -> new Batches.KeptAnswer(a.row(), a.response(), a.status()))
                .toList());
  }

  @Override
  public List<Kept> kept(String jobId) {
    return store.batches().kept(jobId).stream()
        .map(answer -> new Kept(answer.row(), !answer.status().isEmpty()))
        .toList();
  }

  @Override
  public void publish(String jobId, String source, String destination, String json) {
    store.batches().publish(jobId, TableId.parse(source), TableId.parse(destination), json);
  }

  @Override
  public void discard(String jobId) {
    store.batches().discard(jobId);
  }

  @Override
  public void saveJob(String jobId, String json) {
    store.batches().save(jobId, json);
  }

  @Override
  public List<String> loadJobs() {
    return store.batches().load();
  }

  @Override
  public void deleteJob(String jobId) {
    store.batches().delete(jobId);
  }
}
