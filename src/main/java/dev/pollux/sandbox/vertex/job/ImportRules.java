package dev.pollux.sandbox.vertex.job;

import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.pollux.sandbox.vertex.models.LocationName;
import dev.pollux.sandbox.vertex.wire.TableUri;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the service finds out only after it accepted a job, when it imports the table: the job then
/// FAILS ([Batch inference for
/// BigQuery](https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/capabilities/batch-inference/new-job-from-bigquery)).
final class ImportRules {
  static final long MAX_REQUESTS = 200_000;

  private static final Set<String> FORBIDDEN =
      Set.of("ARRAY", "STRUCT", "RECORD", "RANGE", "DATETIME", "GEOGRAPHY");
  private static final Set<String> REQUEST_TYPES = Set.of("STRING", "JSON");
  private static final Set<String> RESERVED = Set.of("response", "status");
  private static final Set<String> MULTI_REGIONS = Set.of("us", "eu");
  private static final String CHECK =
      "Please check 'Prepare input' section of the batch predictions documentation. ";

  private final JobTables tables;

  ImportRules(JobTables tables) {
    this.tables = tables;
  }

  /// What was imported, or why it could not be.
  sealed interface Imported {
    record Ready(long rows) implements Imported {}

    record Broken(Status error) implements Imported {}
  }

  Imported run(SandboxJob job, LocationName place) {
    Optional<JobTables.Facts> facts = tables.find(job.source());
    if (facts.isEmpty()) {
      return failed("Not found: Table " + TableUri.spoken(job.source()));
    }
    return source(job, facts.get(), place)
        .or(() -> destination(job, place))
        .map(ImportRules::failed)
        .orElseGet(() -> new Imported.Ready(facts.get().rows()));
  }

  private static Optional<String> source(
      SandboxJob job, JobTables.Facts facts, LocationName place) {
    return region(facts.location(), place)
        .or(() -> columns(facts.columns()))
        .or(() ->
            facts.rows() == 0
                ? Optional.of(CHECK + "The table " + job.source() + " has no rows.")
                : Optional.empty())
        .or(() ->
            facts.rows() > MAX_REQUESTS
                ? Optional.of(
                    CHECK
                        + "The table has "
                        + facts.rows()
                        + " rows; a job can have at most "
                        + MAX_REQUESTS
                        + " requests.")
                : Optional.empty());
  }

  private static Optional<String> columns(List<JobTables.InputColumn> columns) {
    Optional<JobTables.InputColumn> request =
        columns.stream().filter(column -> column.name().equalsIgnoreCase("request")).findFirst();
    if (request.isEmpty()) {
      return Optional.of(CHECK + "Missing required column 'request'.");
    }
    if (!REQUEST_TYPES.contains(baseType(request.get()))) {
      return Optional.of(
          CHECK
              + "Column 'request' has type "
              + request.get().type()
              + "; it must be JSON or STRING.");
    }
    for (JobTables.InputColumn column : columns) {
      if (FORBIDDEN.contains(baseType(column))) {
        return Optional.of(
            CHECK + "Column '" + column.name() + "' has unsupported type " + column.type() + ".");
      }
      if (RESERVED.contains(column.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(
            CHECK
                + "Column name '"
                + column.name()
                + "' is reserved. Resuming a job from its output table is not supported in this sandbox.");
      }
    }
    return Optional.empty();
  }

  private static String baseType(JobTables.InputColumn column) {
    return column.type().toUpperCase(Locale.ROOT).replaceFirst("[<(].*", "").strip();
  }

  private Optional<String> destination(SandboxJob job, LocationName place) {
    Optional<String> location = tables.datasetLocation(TableUri.dataset(job.destination()));
    if (location.isEmpty()) {
      return Optional.of(
          "Not found: Dataset " + TableUri.spoken(TableUri.dataset(job.destination())));
    }
    return region(location.get(), place)
        .or(() ->
            tables.find(job.destination()).isPresent()
                ? Optional.of("Already Exists: Table " + TableUri.spoken(job.destination()))
                : Optional.empty());
  }

  /// The service copies the table through a dataset of its own, in the job's location; the text
  /// speaks of that one, not of the person's
  /// (https://github.com/googleapis/python-aiplatform/issues/4112).
  private static Optional<String> region(String dataset, LocationName place) {
    String location = dataset.toLowerCase(Locale.ROOT);
    boolean multi = MULTI_REGIONS.contains(location);
    if (!multi && (place.isGlobal() || location.equals(place.location()))) {
      return Optional.empty();
    }
    return Optional.of(
        "Not found: Dataset sandbox-tenant:llm_bp_tenant_dataset_%s was not found in location %s at [2:1]"
            .formatted(place.project(), multi ? location.toUpperCase(Locale.ROOT) : location));
  }

  private static Imported failed(String words) {
    return new Imported.Broken(
        Status.newBuilder()
            .setCode(Code.INVALID_ARGUMENT_VALUE)
            .setMessage("Failed to import data. " + words)
            .build());
  }
}
