package dev.pollux.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.app.settings.UserSettings;
import dev.pollux.background.FxThreads;
import dev.pollux.background.TaskRunner;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.GoogleClouds;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.table.TableRef;
import dev.pollux.run.state.RunClaims;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.settings.KeptTexts;
import dev.pollux.settings.SettingsStore;
import dev.pollux.testing.FakeIdentity;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.TlsFront;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.JobNews;
import dev.pollux.ui.shell.Banner;
import dev.pollux.ui.shell.ShellNavigation;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A session that expires while jobs are followed, on the wire: Google's own clients over TLS, a
/// token host that refuses, and the person who runs the command in a terminal.
class SessionMendedTest extends ApplicationTest {
  private static final Location HERE = Location.US_CENTRAL1;
  private static final String EXPIRED =
      """
      {"error":"invalid_grant","error_description":"reauth related error (invalid_rapt)",
       "error_subtype":"invalid_rapt"}\
      """;

  private final List<String> said = new ArrayList<>();
  private Workspace workspace;

  private static int port(String url) {
    return URI.create(url).getPort();
  }

  /// As gcloud writes the file again.
  private static void signIn(Path adc, FakeIdentity identity, int second) throws Exception {
    Files.writeString(adc, identity.user("person" + second));
    Files.setLastModifiedTime(adc, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + second)));
  }

  private static void await(BooleanSupplier holds) throws Exception {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds::getAsBoolean).get());
  }

  private Instant heard() {
    return workspace.features().updated().getValue().orElse(Instant.MIN);
  }

  @Test
  void jobsAreFollowedOnWhenThePersonHasSignedInAgain(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    Path adc = folder.resolve("adc.json");
    Map<String, String> machine = new HashMap<>();
    machine.put("SSL_CERT_FILE", TlsFront.certify(keys).toString());
    machine.put("GOOGLE_APPLICATION_CREDENTIALS", adc.toString());
    try (Sandbox sandbox = Clients.sandbox(folder.resolve("data"));
        TlsFront rest = new TlsFront(keys, port(sandbox.restUrl()), "http/1.1");
        TlsFront grpc = new TlsFront(keys, port("http://" + sandbox.grpcTarget()), "h2");
        FakeIdentity identity = new FakeIdentity();
        UserSettings memory =
            new UserSettings(
                SettingsStore.open(folder.resolve("s.json")),
                KeptTexts.open(folder.resolve("kept")))) {
      machine.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_BIGQUERY", "https://127.0.0.1:" + rest.port());
      machine.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_AIPLATFORM", "https://127.0.0.1:" + grpc.port());
      identity.always = sandbox.token();
      identity.lasts = 1;
      signIn(adc, identity, 0);
      Cloud cloud = GoogleClouds.open(new Connection.Google(sandbox.project(), HERE), machine);
      cloud.jobs().create(job(sandbox.project()));
      TaskRunner runner = new TaskRunner(new FxThreads(), e -> said.add(e.toString()));
      interact(() -> workspace = open(cloud, runner, memory));
      await(() -> workspace.features().running().getValue().intValue() == 1);
      assertThat(said).isEmpty();

      identity.refusal = EXPIRED;
      await(() -> !said.isEmpty());
      Instant last = heard();
      assertThat(said)
          .singleElement()
          .asString()
          .contains("session with Google has ended", "gcloud auth application-default login");

      identity.refusal = "";
      signIn(adc, identity, 1);
      await(() -> heard().isAfter(last));
      await(() -> said.size() > 1);
      assertThat(said.subList(1, said.size())).containsExactly("");
      assertThat(identity.asked).contains("person1");
      interact(workspace::close);
      interact(runner::close);
    }
  }

  private static BatchRequest job(String project) {
    return new BatchRequest(
        project,
        HERE,
        "Followed",
        new GeminiModel("publishers/google/models/gemini-3.5-flash-lite"),
        new TableRef("storage-samples", "generative_ai", "batch_requests_for_multimodal_input"),
        new TableRef(project, "mine", "followed"),
        Map.of());
  }

  private Workspace open(Cloud cloud, TaskRunner runner, UserSettings memory) {
    return new Workspace(
        cloud,
        new Workspace.Common(
            new FakeJournal(),
            new RunClaims(),
            runner,
            new Words(Locale.ENGLISH),
            new ShellNavigation(),
            new MessageLog(Clock.systemUTC()),
            memory,
            Clock.systemUTC(),
            new Workspace.SignInNews() {
              @Override
              public void tell(JobNews.Line job) {}

              @Override
              public void say(Optional<Banner> banner) {
                said.add(banner.map(Banner::text).orElse(""));
              }

              @Override
              public void signedIn() {}
            },
            () -> true,
            _ -> {},
            _ -> {
              throw new IllegalStateException("nobody asks the doctor");
            }));
  }
}
