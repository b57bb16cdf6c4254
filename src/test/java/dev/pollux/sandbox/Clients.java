package dev.pollux.sandbox;

import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;

/// Clients of a sandbox for tests: Google's own for BigQuery, and a bare one for HTTP.
public final class Clients {
  private Clients() {}

  /// A sandbox in a directory, on any ports.
  public static Sandbox sandbox(Path directory) throws Exception {
    return Sandbox.start(SandboxOptions.at(directory, Clock.systemUTC()));
  }

  public static BigQuery bigQuery(Sandbox sandbox) {
    return BigQueryOptions.newBuilder()
        .setHost(sandbox.restUrl())
        .setProjectId(sandbox.project())
        .setCredentials(OAuth2Credentials.create(new AccessToken(sandbox.token(), null)))
        .setRetrySettings(RetrySettings.newBuilder().setMaxAttempts(1).build())
        .build()
        .getService();
  }

  public static HttpRequest.Builder request(Sandbox sandbox, String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.restUrl() + path))
        .header("Authorization", "Bearer " + sandbox.token());
  }

  public static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
