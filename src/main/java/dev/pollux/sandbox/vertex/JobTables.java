package dev.pollux.sandbox.vertex;

import java.util.List;
import java.util.Optional;

/// What batch jobs need of the data: the narrow port between Vertex and the store. Tables are named
/// `project.dataset.table`. Implemented over the store; in tests by a small fake.
public interface JobTables {
  /// A column as BigQuery declares it (`type` is the GoogleSQL name: STRING, JSON, ARRAY, STRUCT
  /// …).
  record Column(String name, String type) {}

  record Facts(String location, List<Column> columns, long rows) {}

  /// A finished row: which input row (0-based position), its response JSON or null, its status.
  record Answer(long row, @org.jspecify.annotations.Nullable String response, String status) {}

  Optional<Facts> find(String table);

  /// The location of a dataset `project.dataset`, lower case; empty when there is none.
  Optional<String> datasetLocation(String dataset);

  /// The texts of a column of some consecutive rows, in the table's own stable order; null for
  /// NULL.
  List<@org.jspecify.annotations.Nullable String> read(
      String table, String column, long start, int count);

  /// Keeps answers of a job durably, outside any visible table. Called in batches; a batch that was
  /// kept survives kill -9.
  void keep(String jobId, List<Answer> answers);

  /// The rows that are kept for the job so far.
  List<Long> kept(String jobId);

  /// Makes the output table from the kept answers: all columns of the input, `response` JSON,
  /// `status` STRING; rows without an answer are left out. Then forgets the answers. Atomic.
  void publish(String jobId, String source, String destination);

  /// The state of all jobs, as opaque JSON by id: durable.
  void saveJob(String jobId, String json);

  List<String> loadJobs();

  void deleteJob(String jobId);
}
