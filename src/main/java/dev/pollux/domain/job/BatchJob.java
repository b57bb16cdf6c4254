package dev.pollux.domain.job;

import dev.pollux.domain.table.TableRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What runs in the cloud. `source` and `destination` are the service's URIs (`bq://…`, `gs://…`);
/// `started` is the first RUNNING, `ended` the final state.
public record BatchJob(
    JobName name,
    String displayName,
    String model,
    String source,
    String destination,
    JobState state,
    String rawState,
    Optional<JobCounts> counts,
    Optional<JobError> error,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> ended,
    Instant updated,
    Map<String, String> labels) {
  public BatchJob {
    labels = Map.copyOf(labels);
  }

  public Optional<TableRef> sourceTable() {
    return TableRef.parse(source);
  }

  public Optional<TableRef> destinationTable() {
    return TableRef.parse(destination);
  }
}
