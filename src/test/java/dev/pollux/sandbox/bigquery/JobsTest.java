package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQuery.JobListOption;
import com.google.cloud.bigquery.BigQueryException;
import com.google.cloud.bigquery.CopyJobConfiguration;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobInfo.WriteDisposition;
import com.google.cloud.bigquery.JobStatistics.CopyStatistics;
import com.google.cloud.bigquery.JobStatus;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.TableId;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of jobs, and copy jobs, through Google's client.
class JobsTest {
  private static final TableId CITIES = TableId.of("samples_eu", "cities");
  private static final TableId COPY = TableId.of("samples_eu", "copy");

  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static BigQuery client;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    client = Clients.bigQuery(sandbox);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void pagesAreFullOfJobsInTheStateThatWasAskedFor() throws Exception {
    for (int i = 0; i < 3; i++) {
      client.query(QueryJobConfiguration.of("SELECT " + i));
    }
    var first =
        client.listJobs(JobListOption.stateFilter(JobStatus.State.DONE), JobListOption.pageSize(2));
    assertThat(first.getValues()).hasSize(2);
    assertThat(first.hasNextPage()).isTrue();
    assertThat(first.iterateAll()).hasSizeGreaterThanOrEqualTo(3);
    var none =
        client.listJobs(
            JobListOption.stateFilter(JobStatus.State.PENDING), JobListOption.pageSize(2));
    assertThat(none.getValues()).isEmpty();
    assertThat(none.hasNextPage()).isFalse();
  }

  private static Job copy(WriteDisposition write, TableId... sources) throws Exception {
    CopyJobConfiguration copy =
        CopyJobConfiguration.newBuilder(COPY, List.of(sources)).setWriteDisposition(write).build();
    return client.create(JobInfo.of(copy)).waitFor();
  }

  private static long rows() {
    return client.getTable(COPY).getNumRows().longValue();
  }

  @Test
  void copiesTablesAsTheDispositionSays() throws Exception {
    long cities = client.getTable(CITIES).getNumRows().longValue();
    Job job = copy(WriteDisposition.WRITE_TRUNCATE, CITIES);
    assertThat(job.getStatus().getError()).isNull();
    assertThat(job.<CopyStatistics>getStatistics().getCopiedRows()).isEqualTo(cities);
    assertThat(client.getTable(COPY).getDefinition().getSchema())
        .isEqualTo(client.getTable(CITIES).getDefinition().getSchema());
    copy(WriteDisposition.WRITE_APPEND, CITIES, CITIES);
    assertThat(rows()).isEqualTo(3 * cities);
    assertThatThrownBy(() -> copy(WriteDisposition.WRITE_EMPTY, CITIES))
        .isInstanceOf(BigQueryException.class)
        .hasMessage("Already Exists: Table pollux-sandbox:samples_eu.copy");
    assertThat(rows()).isEqualTo(3 * cities);
    assertThatThrownBy(() -> copy(WriteDisposition.WRITE_APPEND, TableId.of("samples_eu", "no")))
        .hasMessage("Not found: Table pollux-sandbox:samples_eu.no");
  }
}
