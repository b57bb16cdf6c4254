package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.testing.FakeIdentity;
import dev.pollux.testing.Snapshot;
import dev.pollux.testing.TlsFront;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// From nothing to a submitted job as somebody goes who was given the key file of a service account
/// with the roles that a job needs and no more, in a project where nothing else is ready: a mended
/// thing at a time, by the words of the window. Google is a sandbox behind TLS and a token host of
/// ours; to the window it is Google.
@ExtendWith(ApplicationExtension.class)
class LeastPrivilegeTest {
  private static final int ENGLISH = 7;
  private static final int FRENCH = 8;
  private static final Set<ProjectCondition> LEAST = EnumSet.of(ProjectCondition.LEAST_PRIVILEGE);

  @TempDir private static Path folder;
  private static Sandbox sandbox;
  private static TlsFront google;
  private static FakeIdentity identity;
  private final ScreenHand hand = new ScreenHand();
  private final Map<String, String> said = new LinkedHashMap<>();
  private Stage stage;
  private OpenedWindow window;
  private String language = "en";

  @BeforeAll
  static void open() throws Exception {
    Path keys = folder.resolve("keys.p12");
    trust(TlsFront.certify(keys));
    sandbox = Clients.sandbox(folder.resolve("sandbox"));
    google = TlsFront.ofBoth(keys, port(sandbox.restUrl()), port("http://" + sandbox.grpcTarget()));
    identity = new FakeIdentity();
    identity.always = sandbox.token();
  }

  @AfterAll
  static void closeAll() throws Exception {
    google.close();
    identity.close();
    sandbox.close();
  }

  @Start
  void start(Stage shared) throws Exception {
    stage = new Stage();
    window = new OpenedWindow(Files.createTempDirectory(folder, "window"), stage);
  }

  private static int port(String url) {
    return URI.create(url).getPort();
  }

  /// As whoever administers this computer does it.
  private static void trust(Path authority) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(authority)) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    Path file = folder.resolve("trusted.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    System.setProperty("javax.net.ssl.trustStore", file.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void fromNothingToASubmittedJob(String spoken) throws Exception {
    window.awaitUsable();
    language = spoken;
    hand.menu("shell-settings", spoken.equals("fr") ? FRENCH : ENGLISH);
    hand.awaitShown("rail-tables");
    window.awaitUsable();
    connect();
    if (spoken.equals("en")) {
      dataElsewhere();
    }
    job();
    assertThat(String.join(" ", said.values())).doesNotContain("inside Pollux", "{0}", "null");
  }

  private void connect() throws Exception {
    Path key = folder.resolve("robot-" + language + ".json");
    hand.press("connection-chip");
    hand.press("connection-new");
    look("01 new connection", "connection-panel");
    hand.press("connection-google");
    look("02 nothing typed", "connection-panel");
    hand.write("connection-project", "pollux-sandbox");
    hand.run(() -> ((TitledPane) hand.node("connection-more")).setExpanded(true));
    hand.write("connection-credentials", key.toString());
    String at = "https://127.0.0.1:" + google.port();
    hand.write(
        "connection-endpoints",
        "bigquery=%s aiplatform=%s cloudresourcemanager=%s cloudbilling=%s storage=%s"
            .formatted(at, at, at, at, at));
    look("03 typed", "connection-panel");
    hand.press("connection-google");
    hand.awaitText("connection-failure", text -> !text.isBlank());
    look("04 no file", "connection-panel", key.toString(), "GOOGLE_APPLICATION_CREDENTIALS");
    Files.writeString(key, identity.serviceAccount());
    identity.refusal =
        "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature.\"}";
    attempt("05 key deleted", "gcloud iam service-accounts keys create");
    identity.refusal = "";
    for (ProjectCondition condition :
        new ProjectCondition[] {
          ProjectCondition.PROJECT_GONE,
          ProjectCondition.SCOPE_MISSING,
          ProjectCondition.SERVICE_PERIMETER,
          ProjectCondition.BIGQUERY_API_OFF
        }) {
      set(condition);
      attempt("06 " + condition);
    }
    set(
        ProjectCondition.BILLING_OFF,
        ProjectCondition.VERTEX_API_OFF,
        ProjectCondition.VERTEX_ROLE_MISSING);
    test("07 test, much is missing", "gcloud billing projects link");
    set();
    test("08 test, least privilege", "robot@p.iam.gserviceaccount.com", "13 ");
    // What was said of the attempt before is said no more.
    hand.awaitText("connection-panel", text -> !text.contains("bigquery.googleapis.com"));
    hand.press("connection-google");
    hand.awaitText("connection-chip", "pollux-sandbox");
    hand.awaitGone("connection-under-way");
    hand.frames();
  }

  /// Data in `US`: a dataset is needed that the account may not make.
  private void dataElsewhere() {
    hand.awaitText("browser-tree", "samples_us");
    hand.write("browser-filter", "speeches");
    hand.select("browser-tree", "speeches");
    hand.awaitText("browser-grid", "Barack Obama");
    hand.press("browser-new-job");
    hand.awaitText("wizard-summary", "speeches");
    look("u1 source", "shell");
    hand.press("wizard-next");
    hand.write("wizard-template", "About what? {{text}}");
    hand.awaitText("wizard-preview-text", "About what");
    hand.press("wizard-next");
    hand.awaitText("wizard-cost-range", "$");
    hand.press("wizard-next");
    hand.awaitText("wizard-destination-uri", "bq://");
    look("u2 destination", "shell");
    hand.press("wizard-next");
    hand.awaitShown("wizard-review-checks");
    hand.awaitEnabled("wizard-submit");
    look("u3 review", "shell", "pollux_scratch_us");
    hand.press("wizard-submit");
    hand.frames();
    hand.awaitText("wizard-error", text -> !text.isBlank());
    look("u4 refused", "shell", "bigquery.datasets.create", "roles/bigquery.user");
    hand.press("rail-tables");
  }

  private void job() {
    hand.awaitText("browser-tree", "samples");
    look("10 tables", "shell");
    new SampleJob(hand).openTable();
    look("11 rows", "shell");
    hand.press("browser-new-job");
    hand.awaitText("wizard-summary", "13");
    look("12 source", "shell");
    hand.press("wizard-next");
    hand.awaitShown("wizard-template");
    hand.write("wizard-template", "Which subject does this passage deal with? {{text}}");
    hand.awaitText("wizard-preview-text", "Fellow-Citizens");
    set(ProjectCondition.VERTEX_API_OFF);
    look("13 requests", "shell");
    hand.press("wizard-tab-trial");
    hand.press("wizard-trial-start");
    hand.frames();
    hand.awaitEnabled("wizard-trial-start");
    look("14 trial without the API", "shell", "gcloud services enable aiplatform.googleapis.com");
    set(ProjectCondition.VERTEX_ROLE_MISSING);
    hand.press("wizard-trial-start");
    hand.frames();
    hand.awaitEnabled("wizard-trial-start");
    look(
        "15 trial without the role",
        "shell",
        "aiplatform.endpoints.predict",
        "roles/aiplatform.user");
    set(ProjectCondition.BILLING_OFF);
    hand.press("wizard-trial-start");
    hand.frames();
    hand.awaitEnabled("wizard-trial-start");
    look("16 trial without billing", "shell");
    set();
    hand.press("wizard-trial-start");
    hand.awaitText("wizard-trial-sums", text -> text.matches("(?s).*10 (of|/) 10.*"));
    look("17 trial", "shell");
    hand.press("wizard-tab-rows");
    hand.choose("wizard-rows-share", 1);
    hand.write("wizard-rows-limit", "60");
    look("18 rows", "shell");
    hand.press("wizard-next");
    hand.awaitText("wizard-summary", text -> text.startsWith("60\u00a0") || text.startsWith("60 "));
    hand.awaitText("wizard-cost-range", "$");
    look("19 model", "shell");
    hand.press("wizard-next");
    hand.awaitText("wizard-destination-uri", "bq://");
    look("20 destination", "shell");
    hand.write("wizard-table-name", "least_" + language);
    hand.awaitText("wizard-destination-uri", "mine.least_" + language);
    hand.awaitText("wizard-error", String::isBlank);
    hand.awaitEnabled("wizard-next");
    look("21 destination named", "shell");
    hand.press("wizard-next");
    hand.awaitShown("wizard-review-checks");
    hand.awaitEnabled("wizard-submit");
    look("22 review", "shell");
    if (language.equals("en")) {
      set(ProjectCondition.AGENTS_PROVISIONING);
    }
    hand.press("wizard-submit");
    if (language.equals("en")) {
      hand.awaitText("wizard-progress", text -> text.contains("Nothing was sent yet"));
      look("23 waits for the agents", "shell");
      set();
    }
    hand.awaitText("jobs-details-title", "least_" + language);
    look("24 submitted", "shell");
  }

  private void attempt(String stop, String... words) {
    hand.press("connection-google");
    hand.awaitGone("connection-under-way");
    hand.awaitText("connection-failure", text -> !text.isBlank());
    look(stop, "connection-panel", words);
  }

  private void test(String stop, String... words) {
    hand.press("connection-test");
    hand.awaitEnabled("connection-test");
    hand.awaitShown("connection-test-copy");
    look(stop, "connection-panel", words);
  }

  private void set(ProjectCondition... conditions) {
    Set<ProjectCondition> all = EnumSet.copyOf(LEAST);
    all.addAll(Set.of(conditions));
    sandbox.conditions().set(all);
  }

  /// @param words that must be among what is read there, in either language
  private void look(String stop, String id, String... words) {
    hand.frames();
    hand.run(() -> {
      said.put(
          stop, ScreenHand.text(id.equals("shell") ? stage.getScene().getRoot() : hand.node(id)));
      int n = 0;
      for (Window shown : Window.getWindows()) {
        if (shown.isShowing() && shown.getScene() != null) {
          String name = "least-" + language + "-" + stop.replaceAll("\\W+", "-");
          Snapshot.take(shown.getScene(), name + (n++ == 0 ? "" : "-" + n));
        }
      }
    });
    for (String word : words) {
      assertThat(said.get(stop)).as(stop).contains(word);
    }
  }
}
