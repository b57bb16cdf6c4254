package dev.pollux.sandbox.bigquery.job;

import dev.pollux.sandbox.bigquery.wire.CallerRoles;
import dev.pollux.sandbox.bigquery.wire.Etags;
import dev.pollux.sandbox.bigquery.wire.SentBody;
import dev.pollux.sandbox.bigquery.wire.TableJson;
import dev.pollux.sandbox.bigquery.wire.UnservedProperties;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.ServiceCall;
import dev.pollux.sandbox.sql.Translation;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.Datasets;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import dev.pollux.sandbox.store.engine.CancelHandle;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.store.query.QueryRunner;
import dev.pollux.sandbox.store.query.QueryScope;
import dev.pollux.sandbox.store.query.StatementResult;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.TableSchemaJson;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Query jobs: from `configuration.query` to an outcome.
public record QueryJobs(Store store, BigQueryJobs book, String url, ProjectConditions conditions) {
  /// The service keeps results that nobody named for about a day.
  private static final Duration KEPT = Duration.ofHours(24);

  /// Submits a query, or only checks it if `dryRun` is set.
  public ObjectNode submit(String project, ObjectNode sent, String location) {
    store.projects().needWritable(project, "Project " + project, "bigquery.jobs.create");
    ObjectNode configuration = SentBody.part(sent, "configuration");
    ObjectNode query = SentBody.part(sent, "configuration", "query");
    configuration.set("query", query);
    if (query.path("query").asString("").isBlank()) {
      throw new Failure(Reason.INVALID, "Required parameter is missing: query");
    }
    UnservedProperties.refuse(UnservedProperties.QUERY, query, "queries");
    UnservedProperties.refuseConnection(query);
    if (SentBody.flag(query, "useLegacySql", true)) {
      throw new Failure(
          Reason.NOT_IMPLEMENTED,
          "The sandbox does not serve legacy SQL, which is the service's default: set useLegacySql"
              + " to false");
    }
    configuration.put("jobType", "QUERY");
    Parameters parameters = QueryParameters.read(query);
    if (SentBody.flag(configuration, "dryRun", false)) {
      return dryRun(project, configuration, query, parameters, location);
    }
    Optional<Translation> statement = Optional.empty();
    Optional<StoreFailure> refused = Optional.empty();
    String place = location;
    try {
      statement = Optional.of(translate(project, query, parameters));
      place = place(statement.get(), query, location);
    } catch (StoreFailure e) {
      // The job is made, and fails.
      refused = Optional.of(e);
      statement = Optional.empty();
    }
    JobKey key = new JobKey(project, Datasets.canonical(place), JobKey.chosen(sent));
    destination(key, query, statement);
    ObjectNode job = JobJson.pending(key, configuration, book.now(), url);
    if (refused.isPresent()) {
      book.refuse(job, refused.get());
    } else {
      Translation ready = statement.orElseThrow();
      book.submit(job, (running, handle) -> run(ready, key, running, handle));
    }
    return store.jobs().find(project, key.id()).orElse(job);
  }

  private Translation translate(String project, JsonNode query, Parameters parameters) {
    JsonNode dataset = query.path("defaultDataset");
    Optional<DatasetId> scope =
        dataset.path("datasetId").asString("").isEmpty()
            ? Optional.empty()
            : Optional.of(
                new DatasetId(
                    dataset.path("projectId").asString(project),
                    dataset.path("datasetId").asString("")));
    Translation statement =
        store
            .queries()
            .translate(
                query.path("query").asString(""), parameters, new QueryScope(project, scope));
    new CallerRoles(conditions).need(statement);
    if (!statement.tables().isEmpty()) {
      conditions.checkRows(
          ServiceCall.BIGQUERY_QUERY_ROWS, statement.tables().iterator().next().toString());
    }
    return statement;
  }

  private ObjectNode dryRun(
      String project,
      ObjectNode configuration,
      ObjectNode query,
      Parameters parameters,
      String location) {
    Translation statement = translate(project, query, parameters);
    JobKey key = new JobKey(project, Datasets.canonical(place(statement, query, location)), "");
    ObjectNode job = JobJson.pending(key, configuration, book.now(), url);
    job.withObjectProperty("jobReference").remove("jobId");
    boolean files = store.queries().readsFiles(statement);
    statistics(
        job,
        statement,
        store.queries().knownBytes(statement),
        files ? "LOWER_BOUND" : "UPPER_BOUND");
    List<ColumnDef> columns = QueryRunner.columns(statement);
    ObjectNode statistics = job.withObjectProperty("statistics").withObjectProperty("query");
    if (!columns.isEmpty()) {
      statistics.set("schema", TableSchemaJson.write(columns));
    }
    job.withObjectProperty("status").put("state", "DONE");
    return job;
  }

  /// Where the job runs: where its data lie, all in one place.
  private String place(Translation statement, JsonNode query, String asked) {
    String place = asked;
    List<DatasetId> datasets = new java.util.ArrayList<>(store.queries().datasets(statement));
    JsonNode target = query.path("destinationTable");
    if (target.has("datasetId") && !target.path("datasetId").asString("").startsWith("_")) {
      datasets.add(
          new DatasetId(
              target.path("projectId").asString(""), target.path("datasetId").asString("")));
    }
    for (DatasetId id : datasets) {
      String lies = store.datasets().need(id).location();
      if (!place.isEmpty() && !place.equalsIgnoreCase(lies)) {
        throw new StoreFailure(
            StoreFailure.Kind.NOT_FOUND,
            "Not found: Dataset " + id + " was not found in location " + Datasets.canonical(place));
      }
      place = lies;
    }
    return place;
  }

  /// A SELECT that names no destination gets a hidden one, and says so in the job.
  private void destination(JobKey key, ObjectNode query, Optional<Translation> statement) {
    boolean named = query.path("destinationTable").has("tableId");
    if (statement.isEmpty() || !(statement.get() instanceof Translation.Select)) {
      if (named && statement.isPresent()) {
        throw new Failure(
            Reason.INVALID, "Cannot set destination table in jobs with DDL or DML statements");
      }
      return;
    }
    if (!named) {
      DatasetId hidden = store.queries().anonymous(key.project(), key.location());
      String name = "anon" + Etags.of(key.toString()).replaceAll("\\W", "_");
      query.set("destinationTable", TableJson.reference(hidden.table(name)));
      query.put("createDisposition", "CREATE_IF_NEEDED");
      query.put("writeDisposition", "WRITE_TRUNCATE");
    }
  }

  private void run(Translation statement, JobKey key, ObjectNode job, CancelHandle running) {
    JsonNode query = job.path("configuration").path("query");
    statistics(job, statement, store.queries().bytes(statement), "UPPER_BOUND");
    long most = SentBody.number(query, "maximumBytesBilled", Long.MAX_VALUE);
    long bytes = job.path("statistics").path("totalBytesProcessed").asLong(0);
    if (bytes > most) {
      throw new StoreFailure(
          StoreFailure.Kind.INVALID,
          "Query exceeded limit for bytes billed: " + most + ". " + bytes + " or higher required.");
    }
    WriteTarget target =
        statement instanceof Translation.Select
            ? target(query, key)
            : WriteTarget.fresh(new TableId(key.project(), "", ""));
    StatementResult outcome = store.queries().run(statement, target, running);
    ObjectNode statistics = job.withObjectProperty("statistics").withObjectProperty("query");
    outcome
        .affected()
        .ifPresent(n -> {
          statistics.put("numDmlAffectedRows", Long.toString(n));
          // INSERT is the only DML that is served.
          statistics.putObject("dmlStats").put("insertedRowCount", Long.toString(n));
        });
    outcome.operation().ifPresent(what -> statistics.put("ddlOperationPerformed", what));
    if (outcome.operation().isPresent()) {
      outcome.target().ifPresent(id -> statistics.set("ddlTargetTable", TableJson.reference(id)));
    }
    if (outcome.statementType().equals("CREATE_TABLE_AS_SELECT")) {
      outcome
          .target()
          .ifPresent(id ->
              job.withObjectProperty("configuration")
                  .withObjectProperty("query")
                  .set("destinationTable", TableJson.reference(id)));
    }
  }

  private WriteTarget target(JsonNode query, JobKey key) {
    JsonNode table = query.path("destinationTable");
    TableId id =
        new TableId(
            table.path("projectId").asString(key.project()),
            table.path("datasetId").asString(""),
            table.path("tableId").asString(""));
    boolean hidden = id.dataset().startsWith("_");
    if (!hidden) {
      store.projects().needWritable(id.project(), "Table " + id, "bigquery.tables.updateData");
      new CallerRoles(conditions).needTables(id.datasetId(), CallerRoles.CREATE);
    }
    return Dispositions.target(
        id,
        query,
        WriteTarget.Write.EMPTY,
        hidden ? Optional.of(book.now().plus(KEPT)) : Optional.empty());
  }

  private static void statistics(
      ObjectNode job, Translation statement, long bytes, String accuracy) {
    ObjectNode statistics = job.withObjectProperty("statistics");
    statistics.put("totalBytesProcessed", Long.toString(bytes));
    ObjectNode query = statistics.withObjectProperty("query");
    query.put("totalBytesProcessed", Long.toString(bytes));
    query.put("totalBytesProcessedAccuracy", accuracy);
    query.put("totalBytesBilled", "0");
    query.put("cacheHit", false);
    query.put("statementType", QueryRunner.type(statement).toUpperCase(Locale.ROOT));
    var tables = query.putArray("referencedTables");
    statement
        .tables()
        .forEach(path ->
            tables.add(
                TableJson.reference(new TableId(path.project(), path.dataset(), path.table()))));
  }
}
