package dev.pollux.sandbox.vertex.job;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What batch jobs need of the data: the narrow port between Vertex and the store. Tables are named
/// `project.dataset.table`. Implemented over the store; in tests by a small fake.
public interface JobTables {
  /// A column as BigQuery declares it (`type` is the GoogleSQL name: STRING, JSON, ARRAY, STRUCT
  /// …).
  record InputColumn(String name, String type) {}

  record Facts(String location, List<InputColumn> columns, long rows) {}

  /// A finished row: which input row (0-based position), its response JSON or null, its status.
  record AnsweredRow(long row, @Nullable String response, String status) {}

  /// A row that is done.
  record Kept(long row, boolean failed) {}

  Optional<Facts> find(String table);

  /// The location of a dataset `project.dataset`, lower case; empty when there is none.
  Optional<String> datasetLocation(String dataset);

  /// The texts of a column of some consecutive rows, in the table's own stable order; null for
  /// NULL.
  List<@Nullable String> read(String table, String column, long start, int count);

  /// Keeps answers of a job durably, outside any visible table. Called in batches; a batch that was
  /// kept survives kill -9.
  void keep(String jobId, List<AnsweredRow> answers);

  /// The rows that are kept for the job so far, and whether each of them failed.
  List<Kept> kept(String jobId);

  /// Makes the output table from the kept answers, in the order in which they were kept: all
  /// columns of the input, `response` JSON, `status` STRING; rows without an answer are left out.
  /// Then forgets the answers, and saves `json` as the job's state as [#saveJob] does. All of it or
  /// nothing: a job that was killed in between would otherwise find its own output in its way.
  void publish(String jobId, String source, String destination, String json);

  /// Forgets the answers kept for a job that ends with no output.
  void discard(String jobId);

  /// The state of all jobs, as opaque JSON by id: durable.
  void saveJob(String jobId, String json);

  List<String> loadJobs();

  void deleteJob(String jobId);
}
