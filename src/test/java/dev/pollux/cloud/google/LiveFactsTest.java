package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.doctor.Doctor;
import dev.pollux.doctor.DoctorReport;
import dev.pollux.doctor.DoctorSubject;
import dev.pollux.doctor.DoctorWords;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.ListedModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// What Google's pages leave open, asked of Google: each case writes what it learned to
/// `target/live/`. Off by default: `mvn test -Dgroups=live -Dpollux.project=PROJECT`. Those that
/// make tables or jobs need `-Dpollux.spend=true`: they cost some cents, and take and leave the
/// datasets `pollux_live` (us-central1) and `pollux_live_us` (US), whose tables end in a day.
@Tag("live")
@EnabledIfSystemProperty(named = "pollux.project", matches = ".+")
class LiveFactsTest {
  private static final Location HERE = Location.US_CENTRAL1;
  private static final Location US = new Location("us");
  private static final GeminiModel MODEL = GeminiModel.of("gemini-2.5-flash-lite");
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final String REQUEST =
      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"ready\"}]}]}";
  private static final String ID = UUID.randomUUID().toString().substring(0, 8);
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

  private static void learned(String fact, Object... lines) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "live"));
    Files.write(
        folder.resolve(fact + ".txt"), List.of(lines).stream().map(String::valueOf).toList());
  }

  private static TableRef made(String dataset, Location at, String name) throws Exception {
    DatasetRef ref = new DatasetRef(project, dataset);
    cloud.catalog().ensureDataset(ref, at, A_DAY);
    TableRef table = new TableRef(project, dataset, name + "_" + ID);
    String sql = "CREATE TABLE " + table.sql() + " AS SELECT @request AS request, 1 AS n";
    Map<String, Query.Parameter> request = Map.of("request", Query.Parameter.string(REQUEST));
    cloud
        .queries()
        .run(new Query(sql, request, at, java.util.Optional.empty()), name + "_made_" + ID);
    return table;
  }

  private static BatchJob create(TableRef requests, TableRef answers) throws CloudException {
    return cloud
        .jobs()
        .create(new BatchRequest(project, HERE, "pollux live", MODEL, requests, answers, Map.of()));
  }

  @Test
  void theDoctor() throws Exception {
    DoctorSubject subject = new DoctorSubject(project, HERE, MODEL, HERE, "Linux");
    DoctorReport report = new Doctor(InstantSource.system(), _ -> {}).examine(cloud, subject);
    learned("doctor", new DoctorWords(new Words(Locale.ENGLISH)).text(report));
    assertThat(report.ok()).isTrue();
  }

  /// A query that is sent twice under one id is one query (409, `Already Exists: Job`).
  @Test
  void aQueryIsReplayed() throws Exception {
    Query query = Query.of("SELECT GENERATE_UUID() AS one", HERE);
    var first = cloud.queries().run(query, "pollux_live_replay_" + ID);
    var second = cloud.queries().run(query, "pollux_live_replay_" + ID);
    learned("replay", first.rows(), second.rows());
    assertThat(second.rows()).isEqualTo(first.rows());
  }

  /// One row through a whole job, and the columns of its answers.
  @Test
  @EnabledIfSystemProperty(named = "pollux.spend", matches = "true")
  void aCanaryOfOneRow() throws Exception {
    TableRef requests = made("pollux_live", HERE, "canary");
    TableRef answers = new TableRef(project, "pollux_live", "canary_answers_" + ID);
    BatchJob job = create(requests, answers);
    Instant end = Instant.now().plus(Duration.ofHours(2));
    while (!job.state().isFinal() && Instant.now().isBefore(end)) {
      Thread.sleep(Duration.ofSeconds(30));
      job = cloud.jobs().get(job.name());
    }
    learned("canary", job, cloud.catalog().table(answers).map(TableInfo::schema));
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
  }

  /// Of whatever job of the project succeeded last: column order, and JSON or STRING.
  @Test
  void theColumnsOfAnswers() throws Exception {
    List<BatchJob> done = new ArrayList<>(cloud.jobs().list(project, HERE, ""));
    done.removeIf(
        job -> job.state() != JobState.SUCCEEDED || !job.destination().startsWith("bq://"));
    assumeThat(done).as("a job that succeeded").isNotEmpty();
    TableRef answers = TableRef.parse(done.getFirst().destination()).orElseThrow();
    TableInfo info = cloud.catalog().table(answers).orElseThrow();
    learned("columns", answers, info.schema(), info.rows());
    assertThat(info.schema().fields()).extracting(f -> f.name()).contains("response", "status");
  }

  /// Whether a destination that is there is refused at once, later, or written to.
  @Test
  @EnabledIfSystemProperty(named = "pollux.spend", matches = "true")
  void aDestinationThatIsThere() throws Exception {
    TableRef requests = made("pollux_live", HERE, "exists");
    TableRef answers = made("pollux_live", HERE, "exists_answers");
    try {
      BatchJob job = create(requests, answers);
      cloud.jobs().cancel(job.name());
      learned("destination-exists", "taken: " + job);
    } catch (CloudException e) {
      learned("destination-exists", "refused: " + e.reason(), e.getMessage());
    }
    assertThat(cloud.catalog().table(answers).orElseThrow().rows()).isPositive();
  }

  @Test
  void jobsAreFilteredByLabel() throws Exception {
    List<BatchJob> found =
        cloud.jobs().list(project, HERE, "labels.pollux-run=\"nobody-" + ID + "\"");
    learned("label-filter", found.size());
    assertThat(found).isEmpty();
  }

  @Test
  void jobsAreFilteredByTime() throws Exception {
    Instant from = Instant.now().minus(Duration.ofDays(30));
    List<BatchJob> recent = cloud.jobs().list(project, HERE, "create_time>=\"" + from + "\"");
    learned("create-time-filter", recent.size(), cloud.jobs().list(project, HERE, "").size());
    assertThat(recent).allMatch(job -> !job.created().isBefore(from));
  }

  @Test
  void tokensAreCountedInGlobal() throws Exception {
    long tokens = cloud.gemini().countTokens(MODEL, Location.GLOBAL, REQUEST);
    learned("count-tokens-global", MODEL.id(), tokens);
    assertThat(tokens).isPositive();
  }

  @Test
  @EnabledIfSystemProperty(named = "pollux.spend", matches = "true")
  void aTableIsCopiedAcrossLocations() throws Exception {
    TableRef from = made("pollux_live_us", US, "copy");
    TableRef to = new TableRef(project, "pollux_live", "copied_" + ID);
    cloud.catalog().ensureDataset(new DatasetRef(project, "pollux_live"), HERE, A_DAY);
    Instant begun = Instant.now();
    cloud.copies().run(new TableCopy(from, US, to, HERE), "pollux_live_copy_" + ID, Map.of());
    learned("copy-across", Duration.between(begun, Instant.now()));
    assertThat(cloud.catalog().table(to).orElseThrow().rows()).isEqualTo(1);
  }

  /// A view is in the list of tables, and its rows are not to be listed.
  @Test
  @EnabledIfSystemProperty(named = "pollux.spend", matches = "true")
  void aViewIsListedAndItsRowsAreNot() throws Exception {
    TableRef table = made("pollux_live", HERE, "viewed");
    TableRef view = new TableRef(project, "pollux_live", "view_" + ID);
    String sql = "CREATE VIEW " + view.sql() + " AS SELECT * FROM " + table.sql();
    cloud.queries().run(Query.of(sql, HERE), "pollux_live_view_" + ID);
    assertThat(cloud.catalog().tables(new DatasetRef(project, "pollux_live")))
        .extracting(entry -> entry.ref())
        .contains(view);
    TableInfo info = cloud.catalog().table(view).orElseThrow();
    CloudException refused =
        catchThrowableOfType(
            CloudException.class, () -> cloud.rows().page(view, info.schema(), 0, 1));
    learned("view", info, refused);
    assertThat(refused).isInstanceOf(CloudException.Invalid.class);
  }

  @Test
  void modelsAreListed() throws Exception {
    List<ListedModel> models = cloud.models().published();
    learned("models", models.toArray());
    assertThat(models).extracting(ListedModel::id).anyMatch(id -> id.startsWith("gemini"));
  }
}
