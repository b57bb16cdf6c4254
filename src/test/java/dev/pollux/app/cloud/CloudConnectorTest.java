package dev.pollux.app.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.pollux.app.child.SandboxHost;
import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.GoogleClouds;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.testing.FakeIdentity;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A connection stands when something has answered, and not before.
class CloudConnectorTest {
  @TempDir private Path folder;

  private @Nullable Throwable reach(int code, String reason, String message, String granted)
      throws Exception {
    HttpServer rest =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    rest.createContext(
        "/",
        exchange -> {
          boolean permissions = exchange.getRequestURI().getPath().endsWith(":testIamPermissions");
          boolean fine = code == 200 || (permissions && !granted.isEmpty());
          String body =
              permissions && !granted.isEmpty()
                  ? "{\"permissions\":[\"" + granted + "\"]}"
                  : fine
                      ? "{\"kind\":\"bigquery#datasetList\"}"
                      : """
                      {"error":{"code":%d,"message":"%s",
                       "errors":[{"reason":"%s","message":"%s"}]}}\
                      """
                          .formatted(code, message, reason, message);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
          exchange.sendResponseHeaders(fine ? 200 : code, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    rest.start();
    String at = "http://127.0.0.1:" + rest.getAddress().getPort();
    try (FakeIdentity identity = new FakeIdentity()) {
      Path adc = folder.resolve("adc.json");
      Files.writeString(adc, identity.user("me"));
      try (GoogleCloud cloud =
          GoogleClouds.connecting(
              new Connection.Google("my-projcet", Location.GLOBAL),
              Map.of(
                  "GOOGLE_APPLICATION_CREDENTIALS",
                  adc.toString(),
                  "CLOUDSDK_API_ENDPOINT_OVERRIDES_BIGQUERY",
                  at,
                  "CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDRESOURCEMANAGER",
                  at))) {
        return catchThrowable(() -> new CloudConnector(new NoSandbox()).reach(cloud));
      }
    } finally {
      rest.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | notFound            | Not found: Project my-projcet | The service does not know it
          403 | accessDenied        | Access Denied: Project x: User does not have bigquery.datasets.get permission | lacks the permission bigquery.datasets.get
          403 | accessNotConfigured | BigQuery API has not been used in project 1 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/bigquery.googleapis.com then retry. | bigquery.googleapis.com is not enabled
          403 | billingNotEnabled   | Billing has not been enabled for this project. | no billing account
          401 | authError           | Request had invalid credentials | not signed in
          """)
  void whatStopsEverythingIsSaidAtTheDoor(int code, String reason, String message, String says)
      throws Exception {
    Throwable why = reach(code, reason, message, "");
    assertThat(why).isInstanceOf(CloudException.class);
    assertThat(new FailureWords(new Words(Locale.ENGLISH)).explain("", why).why()).contains(says);
  }

  @Test
  void somethingAnswered() throws Exception {
    assertThat(reach(200, "", "", "")).isNull();
  }

  @Test
  void whoMayRunJobsAndNotListIsAtHomeToo() throws Exception {
    String refused = "Access Denied: User does not have bigquery.datasets.get permission";
    assertThat(reach(403, "accessDenied", refused, "bigquery.jobs.create")).isNull();
    assertThat(reach(403, "accessNotConfigured", "API off", "bigquery.jobs.create"))
        .as("no role helps where the API is off")
        .isInstanceOf(CloudException.NotAllowed.class);
  }

  private static final class NoSandbox implements SandboxHost {
    @Override
    public void prepare() {}

    @Override
    public SandboxAddress address() throws IOException {
      throw new IOException("there is no sandbox here");
    }

    @Override
    public void close() {}
  }
}
