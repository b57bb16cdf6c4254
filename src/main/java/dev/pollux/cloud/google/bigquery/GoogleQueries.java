package dev.pollux.cloud.google.bigquery;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobStatistics;
import com.google.cloud.bigquery.JobStatistics.QueryStatistics;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.QueryParameterValue;
import com.google.cloud.bigquery.StandardSQLTypeName;
import com.google.cloud.bigquery.TableResult;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.cloud.google.client.ClientCalls;
import dev.pollux.cloud.google.client.ErrorCodes;
import dev.pollux.cloud.google.client.LazyClient;
import dev.pollux.cloud.google.client.Pages;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Queries as jobs whose id the caller chose. Sending one twice is harmless: the service knows the
/// id (409), and the job that is there is awaited.
public final class GoogleQueries implements Queries {
  private static final long PAUSE_MILLIS = 50;
  private static final long STOP_NANOS = Duration.ofSeconds(10).toNanos();
  private static final Logger LOG = LoggerFactory.getLogger(GoogleQueries.class);
  private final String project;
  private final LazyClient<BigQuery> bigQuery;
  private final InsertedJobs jobs;

  /// @param project that its jobs run in, and that is billed
  /// @param outage how long the service may be out of reach while a job runs there
  public GoogleQueries(String project, LazyClient<BigQuery> bigQuery, Duration outage) {
    this.project = project;
    this.bigQuery = bigQuery;
    this.jobs = new InsertedJobs(project, bigQuery, outage);
  }

  /// BigQuery writes its multi-regions in capitals.
  static String bigQueryName(Location location) {
    return location.isMultiRegion() ? location.id().toUpperCase(Locale.ROOT) : location.id();
  }

  /// With a destination the rows are left where they are: the result has none.
  @Override
  public QueryResult run(Query query, String jobId) throws CloudException, InterruptedException {
    return run(query, jobId, Long.MAX_VALUE, _ -> {});
  }

  @Override
  public QueryResult run(Query query, String jobId, Consumer<CloudException> unreached)
      throws CloudException, InterruptedException {
    return run(query, jobId, Long.MAX_VALUE, unreached);
  }

  @Override
  public QueryResult run(Query query, String jobId, long mostBilled)
      throws CloudException, InterruptedException {
    return run(query, jobId, mostBilled, _ -> {});
  }

  private QueryResult run(
      Query query, String jobId, long mostBilled, Consumer<CloudException> unreached)
      throws CloudException, InterruptedException {
    JobId id = jobs.id(query.location(), jobId);
    try {
      Job done =
          jobs.await(
              start(query, id, mostBilled), QueryLimits.LONGEST, () -> cancel(id), unreached);
      BigQueryError error = done.getStatus().getError();
      if (error != null) {
        throw ErrorCodes.query(error);
      }
      return query.destination().isPresent() || makesTable(done)
          ? new QueryResult(new TableSchema(List.of()), List.of())
          : result(done);
    } catch (InterruptedException e) {
      cancel(id);
      throw e;
    } catch (CloudException e) {
      // A thread that is interrupted inside a socket loses the connection first.
      if (Thread.interrupted()) {
        cancel(id);
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      throw e;
    }
  }

  /// What it would read is asked first, free of charge: it may cost that and a little more.
  private Job start(Query query, JobId id, long mostBilled) throws CloudException {
    long most;
    try {
      most = Math.min(mostBilled, dryRun(query).ceiling());
    } catch (CloudException.Invalid e) {
      // What it is to make may be there already: by this very query.
      return jobs.look(id).orElseThrow(() -> e);
    }
    return jobs.insert(JobInfo.of(id, QueryLimits.apply(configuration(query), most).build()));
  }

  @Override
  public boolean stop(Location location, String jobId) throws CloudException {
    JobId id = jobs.id(location, jobId);
    long start = System.nanoTime();
    Optional<Job> now = jobs.look(id);
    if (isRunning(now)) {
      ClientCalls.once(() -> bigQuery.get().cancel(id));
    }
    while (isRunning(now)) {
      if (System.nanoTime() - start > STOP_NANOS) {
        throw new CloudException.Unavailable("the query " + jobId + " may still run", "", null);
      }
      ClientCalls.pause(PAUSE_MILLIS);
      now = jobs.look(id);
    }
    return now.isPresent() && now.get().getStatus().getError() == null;
  }

  private static boolean isRunning(Optional<Job> job) {
    return job.isPresent() && !InsertedJobs.isDone(job.get());
  }

  private static boolean makesTable(Job done) {
    return done.<JobStatistics>getStatistics() instanceof QueryStatistics statistics
        && QueryStatistics.StatementType.CREATE_TABLE_AS_SELECT.equals(
            statistics.getStatementType());
  }

  private void cancel(JobId id) {
    // Without a client nothing was sent.
    Optional<BigQuery> client = bigQuery.made();
    if (client.isEmpty()) {
      return;
    }
    try {
      ClientCalls.last(() -> client.get().cancel(id));
    } catch (CloudException e) {
      LOG.warn("the query {} may still run", id.getJob(), e);
    }
  }

  private static QueryResult result(Job done) throws CloudException {
    return ClientCalls.once(() -> {
      AtomicReference<TableResult> page = new AtomicReference<>(done.getQueryResults());
      TableSchema schema = SchemaMapper.of(page.get().getSchema());
      List<Row> rows = new ArrayList<>();
      Pages.read(token -> {
        if (!token.isEmpty()) {
          page.set(page.get().getNextPage());
        }
        for (FieldValueList cells : page.get().getValues()) {
          rows.add(CellMapper.row(cells, schema.fields()));
        }
        return page.get().getNextPageToken();
      });
      return new QueryResult(schema, rows);
    });
  }

  @Override
  public DryRun dryRun(Query query) throws CloudException {
    JobId id =
        JobId.newBuilder()
            .setRandomJob()
            .setProject(project)
            .setLocation(bigQueryName(query.location()))
            .build();
    JobInfo info = JobInfo.of(id, configuration(query).setDryRun(true).build());
    return ClientCalls.once(() -> {
      QueryStatistics statistics = bigQuery.get().create(info).getStatistics();
      Long bytes = statistics.getTotalBytesProcessed();
      return new DryRun(bytes == null ? 0 : bytes, SchemaMapper.of(statistics.getSchema()));
    });
  }

  private static QueryJobConfiguration.Builder configuration(Query query) {
    QueryJobConfiguration.Builder builder =
        QueryJobConfiguration.newBuilder(query.sql()).setUseLegacySql(false);
    query.parameters().forEach((name, value) -> builder.addNamedParameter(name, parameter(value)));
    query
        .destination()
        .ifPresent(table ->
            builder
                .setDestinationTable(GoogleCatalog.id(table))
                .setWriteDisposition(JobInfo.WriteDisposition.WRITE_EMPTY));
    return builder;
  }

  private static QueryParameterValue parameter(Query.Parameter parameter) {
    return switch (parameter) {
      case Query.Parameter.Scalar(FieldType type, String value) -> scalar(type, value);
      case Query.Parameter.Array(FieldType type, List<String> values) ->
          QueryParameterValue.newBuilder()
              .setType(StandardSQLTypeName.ARRAY)
              .setArrayType(StandardSQLTypeName.valueOf(type.name()))
              .setArrayValues(values.stream().map(value -> scalar(type, value)).toList())
              .build();
    };
  }

  private static QueryParameterValue scalar(FieldType type, String value) {
    return QueryParameterValue.newBuilder()
        .setType(StandardSQLTypeName.valueOf(type.name()))
        .setValue(value)
        .build();
  }
}
