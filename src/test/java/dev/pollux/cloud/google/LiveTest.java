package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Page;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The same ports against Google itself; reads only, free of charge. Off by default: `mvn test
/// -Dgroups=live -Dpollux.project=PROJECT`.
@Tag("live")
@EnabledIfSystemProperty(named = "pollux.project", matches = ".+")
class LiveTest {
  private static final Location HERE = Location.US_CENTRAL1;
  private static final TableRef SAMPLE =
      new TableRef("bigquery-public-data", "samples", "shakespeare");
  private static String project;
  private static Cloud cloud;

  @BeforeAll
  static void open() throws Exception {
    project = Objects.requireNonNull(System.getProperty("pollux.project"));
    cloud = GoogleCloud.open(new Connection.Google(project, HERE), new Endpoints.Google());
  }

  @AfterAll
  static void close() {
    cloud.close();
  }

  @Test
  void aPublicTableIsBrowsed() throws Exception {
    assertThat(cloud.catalog().projects()).startsWith(project);
    TableInfo info = cloud.catalog().table(SAMPLE).orElseThrow();

    Page page = cloud.rows().page(SAMPLE, info.schema(), 1000, 50);

    assertThat(page.rows()).hasSize(50);
    assertThat(page.total()).isEqualTo(info.rows());
  }

  @Test
  void aStatementIsCheckedWithoutRunningIt() throws Exception {
    String sql = "SELECT word FROM " + SAMPLE.sql();

    assertThat(cloud.queries().dryRun(Query.of(sql, new Location("us"))).bytesProcessed())
        .isPositive();
  }

  @Test
  void jobsAreListedWhereverTheyRun() throws Exception {
    cloud.jobs().list(project, HERE, "");
    cloud.jobs().list(project, Location.GLOBAL, "labels.pollux-run=\"nobody\"");
    assertThatThrownBy(() -> cloud.jobs().get(new JobName(project, HERE, "404")))
        .isInstanceOf(CloudException.NotFound.class);
  }

  @Test
  void modelsAreListed() throws Exception {
    assertThat(cloud.models().published()).isNotEmpty();
  }
}
