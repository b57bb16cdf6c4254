package dev.pollux.sandbox.bigquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQuery.TableListOption;
import com.google.cloud.bigquery.CopyJobConfiguration;
import com.google.cloud.bigquery.Job;
import com.google.cloud.bigquery.JobId;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobInfo.WriteDisposition;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.Table;
import com.google.cloud.bigquery.TableId;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.bigquery.job.CopyFaults;
import dev.pollux.sandbox.http.ProjectCondition;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data in `US` and `EU`, and copies from there to a region, through Google's client.
class CopyAcrossTest {
  private static final TableId SPEECHES = TableId.of("samples_us", "speeches");
  private static final TableId CITIES = TableId.of("samples_eu", "cities");

  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static BigQuery client;
  private static int made;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
    client = Clients.bigQuery(sandbox);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @AfterEach
  void noFaults() {
    sandbox.setCopyFaults(new CopyFaults(0, 0, 0));
  }

  private static JobId id(String location) {
    return JobId.newBuilder().setJob("copy_" + ++made).setLocation(location).build();
  }

  private static TableId fresh() {
    return TableId.of("mine", "copy_" + ++made);
  }

  private static Job insert(JobId id, WriteDisposition write, TableId to, TableId... from) {
    return client.create(
        JobInfo.of(
            id,
            CopyJobConfiguration.newBuilder(to, List.of(from)).setWriteDisposition(write).build()));
  }

  private static void copy(WriteDisposition write, TableId to, TableId... from) throws Exception {
    insert(id("us-central1"), write, to, from).waitFor();
  }

  @Test
  void thereIsATableInTheMultiRegion() {
    assertThat(client.getDataset("samples_us").getLocation()).isEqualTo("US");
    Table speeches = client.getTable(SPEECHES);
    assertThat(speeches.getNumRows().longValue()).isGreaterThan(500);
    assertThat(client.listTableData(SPEECHES, BigQuery.TableDataListOption.pageSize(3)).getValues())
        .hasSize(3);
    assertThat(client.listTables("samples_us", TableListOption.pageSize(5)).getValues())
        .extracting(table -> table.getTableId().getTable())
        .contains("speeches");
  }

  @Test
  void aQueryRunsWhereItsDataIs() throws Exception {
    QueryJobConfiguration both =
        QueryJobConfiguration.of(
            "SELECT 1 FROM `pollux-sandbox.samples_us.speeches`, `pollux-sandbox.samples.all_types`"
                + " LIMIT 1");
    assertThatThrownBy(() -> client.query(both)).hasMessageContaining("was not found in location");
    QueryJobConfiguration make =
        QueryJobConfiguration.of(
            "CREATE TABLE `pollux-sandbox.mine.made` AS SELECT text FROM"
                + " `pollux-sandbox.samples_us.speeches`");
    assertThatThrownBy(() -> client.query(make)).hasMessageContaining("was not found in location");
  }

  @Test
  void oneTableCrossesToANewOneAndKeepsWhenItExpires() throws Exception {
    TableId expiring = TableId.of("samples_us", "expiring");
    client.query(
        QueryJobConfiguration.of(
            "CREATE TABLE `pollux-sandbox.samples_us.expiring` OPTIONS (expiration_timestamp ="
                + " TIMESTAMP_ADD(CURRENT_TIMESTAMP(), INTERVAL 2 DAY)) AS SELECT text FROM"
                + " `pollux-sandbox.samples_us.speeches`"));
    TableId to = fresh();
    copy(WriteDisposition.WRITE_EMPTY, to, expiring);
    Table there = client.getTable(to);
    assertThat(there.getNumRows()).isEqualTo(client.getTable(SPEECHES).getNumRows());
    assertThat(there.getExpirationTime()).isEqualTo(client.getTable(expiring).getExpirationTime());
    assertThat(
            there.<com.google.cloud.bigquery.StandardTableDefinition>getDefinition().getLocation())
        .isEqualTo("us-central1");
  }

  @Test
  void appendSeveralAndATableThatIsThereAreRefused() throws Exception {
    TableId to = fresh();
    assertThatThrownBy(() -> copy(WriteDisposition.WRITE_APPEND, to, CITIES))
        .hasMessageContaining("Cross-region table copy with append mode");
    assertThatThrownBy(() -> copy(WriteDisposition.WRITE_EMPTY, to, CITIES, CITIES))
        .hasMessageContaining("multiple source tables");
    assertThat(client.getTable(to)).isNull();
    copy(WriteDisposition.WRITE_EMPTY, to, CITIES);
    assertThatThrownBy(() -> copy(WriteDisposition.WRITE_EMPTY, to, CITIES))
        .hasMessageContaining("Already Exists: Table pollux-sandbox:mine." + to.getTable());
    copy(WriteDisposition.WRITE_TRUNCATE, to, SPEECHES);
    assertThat(client.getTable(to).getNumRows()).isEqualTo(client.getTable(SPEECHES).getNumRows());
  }

  @Test
  void aJobIsFoundAtItsLocationOnlyAndItsIdIsItsOwn() throws Exception {
    JobId id = id("us-central1");
    TableId to = fresh();
    insert(id, WriteDisposition.WRITE_EMPTY, to, CITIES).waitFor();
    assertThat(client.getJob(id)).isNotNull();
    assertThat(client.getJob(JobId.of(id.getJob()))).isNull();
    assertThat(client.getJob(id.toBuilder().setLocation("EU").build())).isNull();
    // What the client answers on 409: the job that is there, without its status.
    assertThat(insert(id, WriteDisposition.WRITE_EMPTY, fresh(), SPEECHES).getStatus()).isNull();
    assertThat(client.getTable(to).getNumRows()).isEqualTo(client.getTable(CITIES).getNumRows());
    assertThatThrownBy(
            () -> insert(id("EU"), WriteDisposition.WRITE_EMPTY, fresh(), CITIES).waitFor())
        .hasMessageContaining("was not found in location EU");
  }

  @Test
  void aCopyTakesItsTimeAndGoesOnWhenItIsCancelled() throws Exception {
    sandbox.setCopyFaults(new CopyFaults(0.5, 0, 0));
    JobId cancelled = id("us-central1");
    TableId first = fresh();
    Job slow = insert(cancelled, WriteDisposition.WRITE_EMPTY, first, SPEECHES);
    assertThat(slow.isDone()).isFalse();
    client.cancel(cancelled);
    assertThat(slow.waitFor().getStatus().getError()).isNull();
    assertThat(client.getTable(first)).isNotNull();
  }

  @Test
  void aCopyCanFail() throws Exception {
    put("{\"seconds\":0,\"failures\":1}");
    TableId second = fresh();
    assertThatThrownBy(() -> copy(WriteDisposition.WRITE_EMPTY, second, SPEECHES))
        .hasMessageContaining("An internal error occurred");
    assertThat(client.getTable(second)).isNull();
    copy(WriteDisposition.WRITE_EMPTY, second, SPEECHES);
  }

  @Test
  void aLostReplyIsOfACopyThatGoesOn() throws Exception {
    put("{\"seconds\":0,\"lostReplies\":1}");
    JobId id = id("us-central1");
    TableId to = fresh();
    assertThatThrownBy(() -> insert(id, WriteDisposition.WRITE_EMPTY, to, CITIES))
        .hasMessageContaining("currently unavailable");
    client.getJob(id).waitFor();
    assertThat(client.getTable(to)).isNotNull();
  }

  /// What the panel switches on holds for each copy, until it is switched off.
  @Test
  void copiesFailForAsLongAsTheyAreToldTo() throws Exception {
    put("{\"seconds\":0}");
    TableId to = fresh();
    sandbox.conditions().set(Set.of(ProjectCondition.COPIES_FAIL));
    try {
      for (int time = 0; time < 2; time++) {
        assertThatThrownBy(() -> copy(WriteDisposition.WRITE_EMPTY, to, SPEECHES))
            .hasMessageContaining("An internal error occurred");
      }
      sandbox.conditions().set(Set.of(ProjectCondition.COPY_REPLIES_LOST));
      JobId id = id("us-central1");
      assertThatThrownBy(() -> insert(id, WriteDisposition.WRITE_EMPTY, to, SPEECHES))
          .hasMessageContaining("currently unavailable");
      client.getJob(id).waitFor();
      assertThat(client.getTable(to)).isNotNull();
    } finally {
      sandbox.conditions().set(Set.of());
    }
  }

  private static void put(String json) throws Exception {
    var answer =
        Clients.send(
            Clients.request(sandbox, "/sandbox/v1/copy-faults")
                .method("PUT", BodyPublishers.ofString(json))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
