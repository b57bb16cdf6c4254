package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RequestSql;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.Projects;
import dev.pollux.testing.TestKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names as free as BigQuery's go all the way: a project that belongs to a domain, a table in any
/// script, flexible columns; made by SQL, listed, read, asked about, sent as a job, and its answers
/// read.
class NamesEverywhereTest {
  private static final String DOMAIN = "example.com:works-7";
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private static Cloud cloud;

  @BeforeAll
  static void open() throws Exception {
    Store store = Store.open(directory, Clock.systemUTC());
    store.projects().put(new Projects.StoredProject(DOMAIN, "Works", false));
    store.close();
    sandbox =
        Sandbox.start(
            new SandboxOptions(directory, 0, 0, Optional.empty(), 100, Clock.systemUTC()));
    cloud =
        GoogleCloud.open(
            new Connection.Sandbox(DOMAIN, Location.US_CENTRAL1),
            new Endpoints.Sandbox(
                URI.create(sandbox.restUrl()), sandbox.grpcTarget(), sandbox.token()));
    cloud.catalog().createDataset(new DatasetRef(DOMAIN, "names"), Location.US_CENTRAL1);
  }

  @AfterAll
  static void close() {
    cloud.close();
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "cities",
    "Städte und Länder",
    "sales-2024–25",
    "数字_表",
    "ชื่อสินค้า",
    "नाम १२३",
    "٣ مدن",
    "été‿à Paris",
    "２０２４ 年",
    "𝒳 table",
  })
  void goAllTheWay(String name) throws Exception {
    TableRef source = new TableRef(DOMAIN, "names", name);
    assertThat(TableRef.parse(source.uri())).contains(source);
    run(
        "CREATE TABLE "
            + source.sql()
            + " AS SELECT 'Bergen' AS city, 1 AS `2020-2021`, 3 AS `2022`, 'soft' AS `user's note`,"
            + " 'ten' AS `cost %`, STRUCT('x' AS `a=b`) AS `left|right`, 'n' AS `ชื่อสินค้า`");
    assertThat(cloud.catalog().tables(source.datasetRef()))
        .extracting(entry -> entry.ref())
        .contains(source);
    TableInfo info = cloud.catalog().table(source).orElseThrow();
    assertThat(info.schema().fields())
        .extracting(Field::name)
        .containsExactly(
            "city", "2020-2021", "2022", "user's note", "cost %", "left|right", "ชื่อสินค้า");

    RequestSpec spec =
        RequestSpec.of(
            "In {{city}} it was {{2020-2021}}, then {{ 2022 }}; {{User's Note}}, {{cost %}},"
                + " {{left|right.a=b}}, {{left|right}}, {{ชื่อสินค้า}}.",
            "");
    Row row = cloud.rows().page(source, info.schema(), 0, 1).rows().getFirst();
    RequestRenderer renderer = new RequestRenderer(spec, info.schema(), TestKeys.MARKS);
    assertThat(renderer.text(row))
        .isEqualTo("In Bergen it was 1, then 3; soft, ten, x, {\"a=b\":\"x\"}, n.");
    TableRef requests = new TableRef(DOMAIN, "names", name + " requests");
    var _ =
        cloud
            .queries()
            .run(
                RequestSql.of(
                        source,
                        info.schema(),
                        spec,
                        TestKeys.MARKS,
                        RowChoice.ALL,
                        requests,
                        Location.US_CENTRAL1)
                    .query(),
                id(requests));

    TableRef answers = new TableRef(DOMAIN, "names", name + " answers");
    BatchJob job =
        cloud
            .jobs()
            .create(
                new BatchRequest(
                    DOMAIN,
                    Location.US_CENTRAL1,
                    "names",
                    GeminiModel.of("gemini-2.5-flash"),
                    requests,
                    answers,
                    Map.of()));
    while (!job.state().isFinal()) {
      LockSupport.parkNanos(20_000_000);
      job = cloud.jobs().get(job.name());
    }
    assertThat(job.destinationTable()).as(job.toString()).contains(answers);
    TableInfo output = cloud.catalog().table(answers).orElseThrow();
    Row answered = cloud.rows().page(answers, output.schema(), 0, 1).rows().getFirst();
    assertThat(answered.values().get(output.schema().indexOf("request")))
        .isEqualTo(new Value.Scalar(renderer.json(row)));
    assertThat(answered.values().get(output.schema().indexOf("2022")))
        .isEqualTo(new Value.Scalar("3"));
    assertThat(answered.values().get(output.schema().indexOf("status")))
        .isEqualTo(new Value.Scalar(""));
  }

  private static void run(String sql) throws Exception {
    var _ =
        cloud
            .queries()
            .run(new Query(sql, Map.of(), Location.US_CENTRAL1, Optional.empty()), id(sql));
  }

  private static String id(Object of) {
    return "names_" + Integer.toUnsignedString(of.hashCode());
  }
}
