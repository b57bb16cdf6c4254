package dev.pollux.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.SandboxClouds;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Page;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the service does not list, read by a query through Google's own client.
class KindsPreviewTest {
  private static final String JOBS =
      "/bigquery/v2/projects/pollux-sandbox/jobs?projection=full&maxResults=1000";
  @TempDir private static Path data;
  private static Sandbox sandbox;
  private static Cloud cloud;
  private final BrowserModel model = new BrowserModel();
  private final QueryPreview preview =
      new QueryPreview(
          cloud.queries(), new SameThreadBackground(), new Words(Locale.ENGLISH), model);

  @BeforeAll
  static void open() throws Exception {
    sandbox =
        Sandbox.start(new SandboxOptions(data, 0, 0, Optional.empty(), 20, Clock.systemUTC()));
    cloud = SandboxClouds.open(sandbox);
  }

  @AfterAll
  static void close() {
    cloud.close();
    sandbox.close();
  }

  private static TableInfo table(String name) throws CloudException {
    return cloud.catalog().table(new TableRef(Sandbox.PROJECT, "sample_kinds", name)).orElseThrow();
  }

  /// As the grid of rows does.
  private static Optional<CloudException> refusal(TableInfo table) {
    try {
      Page _ = cloud.rows().page(table.ref(), table.schema(), 0, 200);
      return Optional.empty();
    } catch (CloudException e) {
      return Optional.of(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "passages_view,         200",
    "passages_by_president,  43",
    "passages_external,     200",
    "passages_by_region,    100",
    "passages_with_secret,  200",
  })
  void someRowsOfEachKindAreRead(String name, int rows) throws Exception {
    TableInfo table = table(name);
    assertThat(refusal(table)).get().satisfies(e -> assertThat(QueryPreview.mayHelp(e)).isTrue());
    preview.offer(table);
    assertThat(model.preview().get()).isInstanceOf(QueriedRows.Offered.class);
    int before = queries().size();

    preview.read(table);

    assertThat(model.preview().get())
        .isInstanceOfSatisfying(
            QueriedRows.Read.class,
            read -> {
              assertThat(read.rows()).hasSize(rows);
              assertThat(queries()).hasSize(before + 1);
              assertThat(queries())
                  .anySatisfy(sent ->
                      assertThat(sent.path("query").path("maximumBytesBilled").asLong())
                          .isEqualTo(read.price().ceiling()));
            });
  }

  @Test
  void aSheetSaysThatItsSignInLacksDrive() throws Exception {
    preview.offer(table("passages_sheet"));
    assertThat(model.preview().get())
        .isInstanceOfSatisfying(
            QueriedRows.Failed.class,
            failed ->
                assertThat(failed.why().details())
                    .contains("Permission denied while getting Drive credentials"));
  }

  private static List<JsonNode> queries() {
    try {
      return new JsonMapper()
          .readTree(Clients.send(Clients.request(sandbox, JOBS).GET().build()).body())
          .path("jobs")
          .valueStream()
          .map(job -> job.path("configuration"))
          .filter(configuration ->
              configuration.path("query").path("query").asString("").contains("LIMIT 200"))
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
