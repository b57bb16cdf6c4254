package dev.pollux.cloud.google;

import com.google.api.client.util.Sleeper;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryError;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobStatistics.QueryStatistics;
import com.google.cloud.bigquery.JobStatus;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.QueryParameterValue;
import com.google.cloud.bigquery.StandardSQLTypeName;
import com.google.cloud.bigquery.TableResult;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Queries;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.QueryResult;
import dev.pollux.domain.FieldType;
import dev.pollux.domain.Location;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Queries as jobs whose id the caller chose. Sending one twice is harmless: the service knows the
/// id (409), and the job that is there is awaited.
final class GoogleQueries implements Queries {
  private static final long DEADLINE_NANOS = Duration.ofMinutes(15).toNanos();
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LAST_PAUSE_MILLIS = 1_000;
  private static final long HICCUP_NANOS = Duration.ofMinutes(2).toNanos();
  private static final long STOP_NANOS = Duration.ofSeconds(10).toNanos();
  private static final Logger LOG = LoggerFactory.getLogger(GoogleQueries.class);
  private static final int DUPLICATE = 409;
  private final String project;
  private final Lazy<BigQuery> bigQuery;

  GoogleQueries(String project, Lazy<BigQuery> bigQuery) {
    this.project = project;
    this.bigQuery = bigQuery;
  }

  /// BigQuery writes its multi-regions in capitals.
  static String bigQueryName(Location location) {
    return location.isMultiRegion() ? location.id().toUpperCase(Locale.ROOT) : location.id();
  }

  /// With a destination the rows are left where they are: the result has none.
  @Override
  public QueryResult run(Query query, String jobId) throws CloudException, InterruptedException {
    JobId id = id(query.location(), jobId);
    try {
      Job done = await(start(query, id));
      BigQueryError error = done.getStatus().getError();
      if (error != null) {
        throw GoogleErrors.query(error);
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

  private Job start(Query query, JobId id) throws CloudException {
    JobInfo info = JobInfo.of(id, configuration(query).build());
    try {
      Job job = ClientCalls.once(() -> bigQuery.get().create(info));
      // For an id that was there a moment ago, the client asks for the statistics alone
      // (com.google.cloud.bigquery.BigQueryImpl.create).
      return job.getStatus() == null ? reload(id) : job;
    } catch (CloudException.Invalid e) {
      if (isDuplicate(e)) {
        return reload(id);
      }
      throw e;
    }
  }

  private static boolean isDuplicate(CloudException e) {
    return e.getCause() instanceof com.google.cloud.bigquery.BigQueryException cause
        && cause.getCode() == DUPLICATE;
  }

  private Job reload(JobId id) throws CloudException {
    Job job = ClientCalls.once(() -> bigQuery.get().getJob(id));
    if (job == null) {
      throw new CloudException.Broken("the service lost the query job " + id.getJob(), "", null);
    }
    return job;
  }

  private Job await(Job job) throws CloudException, InterruptedException {
    long start = System.nanoTime();
    long heard = start;
    long pause = FIRST_PAUSE_MILLIS;
    Job now = job;
    while (!isDone(now)) {
      if (System.nanoTime() - start > DEADLINE_NANOS) {
        cancel(job.getJobId());
        throw new CloudException.Unavailable("the query took too long and was stopped", "", null);
      }
      Sleeper.DEFAULT.sleep(pause);
      pause = Math.min(pause * 3 / 2, LAST_PAUSE_MILLIS);
      try {
        now = reload(job.getJobId());
        heard = System.nanoTime();
      } catch (CloudException e) {
        // The query goes on, whether its state can be read or not.
        if (!e.healable()
            || Thread.currentThread().isInterrupted()
            || System.nanoTime() - heard > HICCUP_NANOS) {
          throw e;
        }
      }
    }
    return now;
  }

  private static boolean isDone(Job job) {
    return JobStatus.State.DONE.equals(job.getStatus().getState());
  }

  @Override
  public boolean stop(Location location, String jobId) throws CloudException {
    JobId id = id(location, jobId);
    long start = System.nanoTime();
    Job now = ClientCalls.once(() -> bigQuery.get().getJob(id));
    if (now != null && !isDone(now)) {
      ClientCalls.once(() -> bigQuery.get().cancel(id));
    }
    while (now != null && !isDone(now)) {
      if (System.nanoTime() - start > STOP_NANOS) {
        throw new CloudException.Unavailable("the query " + jobId + " may still run", "", null);
      }
      ClientCalls.pause(FIRST_PAUSE_MILLIS);
      now = ClientCalls.once(() -> bigQuery.get().getJob(id));
    }
    return now != null && now.getStatus().getError() == null;
  }

  private JobId id(Location location, String jobId) {
    return JobId.newBuilder()
        .setProject(project)
        .setLocation(bigQueryName(location))
        .setJob(jobId)
        .build();
  }

  private static boolean makesTable(Job done) {
    QueryStatistics statistics = done.getStatistics();
    return QueryStatistics.StatementType.CREATE_TABLE_AS_SELECT.equals(
        statistics.getStatementType());
  }

  private void cancel(JobId id) {
    try {
      // Without a client nothing was sent.
      bigQuery.made().ifPresent(client -> client.cancel(id));
    } catch (RuntimeException e) {
      LOG.warn("the query {} may still run", id.getJob(), e);
    }
  }

  private static QueryResult result(Job done) throws CloudException {
    return ClientCalls.once(() -> {
      TableResult answer = done.getQueryResults();
      TableSchema schema = SchemaMapper.of(answer.getSchema());
      List<Row> rows = new ArrayList<>();
      for (FieldValueList cells : answer.iterateAll()) {
        rows.add(CellMapper.row(cells, schema.fields()));
      }
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
    Job job = ClientCalls.once(() -> bigQuery.get().create(info));
    QueryStatistics statistics = job.getStatistics();
    Long bytes = statistics.getTotalBytesProcessed();
    return new DryRun(bytes == null ? 0 : bytes, SchemaMapper.of(statistics.getSchema()));
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
