package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.google.client.ServiceHosts;
import dev.pollux.cloud.google.credentials.ConnectionVariables;
import dev.pollux.cloud.google.credentials.CredentialsFile;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.connection.ConnectionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What this computer already says of projects, and what a connection says over it.
class ProjectProposalsTest {
  @TempDir private Path folder;

  @Test
  void theVariableGcloudAndTheCredentialsNameProjects() throws Exception {
    Map<String, String> machine = new HashMap<>(Map.of("CLOUDSDK_CONFIG", folder.toString()));
    assertThat(ProjectProposals.of(GoogleClouds.variables(machine))).isEmpty();

    Files.writeString(folder.resolve("active_config"), "work\n");
    Files.createDirectory(folder.resolve("configurations"));
    Files.writeString(
        folder.resolve("configurations/config_work"),
        "[auth]\nproject = not-this\n[core]\naccount = ana@acme.example\nproject = of-gcloud\n");
    Files.writeString(
        folder.resolve("application_default_credentials.json"),
        "{\"quota_project_id\":\"of-quota\",\"project_id\":\"of-key\",\"refresh_token\":\"s\"}");
    machine.put("GOOGLE_CLOUD_PROJECT", "of-variable");
    assertThat(ProjectProposals.of(GoogleClouds.variables(machine)))
        .containsExactly("of-variable", "of-gcloud", "of-quota", "of-key");

    Files.writeString(folder.resolve("configurations/config_work"), "[core]\nproject=\n[x]\n");
    Files.writeString(folder.resolve("application_default_credentials.json"), "not JSON");
    machine.put("GOOGLE_CLOUD_PROJECT", "of-variable");
    assertThat(ProjectProposals.of(GoogleClouds.variables(machine))).containsExactly("of-variable");
  }

  @Test
  void aConnectionsOwnWordCountsBeforeTheSystems() {
    ConnectionOptions own =
        new ConnectionOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("/chosen/adc.json"),
            Optional.of("apis-s3ns.fr"),
            Optional.of("bigquery=https://10.0.0.1 storage=https://10.0.0.2/"),
            Optional.empty());
    CredentialsFile.Variables variables =
        ConnectionVariables.of(
            new Connection.Google("p", Location.GLOBAL, own),
            GoogleClouds.variables(
                Map.of(
                    "GOOGLE_APPLICATION_CREDENTIALS",
                    "/other.json",
                    "CLOUDSDK_API_ENDPOINT_OVERRIDES_AIPLATFORM",
                    "https://of-the-system")));
    assertThat(CredentialsFile.find(variables)).contains(Path.of("/chosen/adc.json"));
    ServiceHosts hosts = ServiceHosts.of(variables);
    assertThat(hosts.rest("bigquery")).isEqualTo("https://10.0.0.1");
    assertThat(hosts.rest("storage")).isEqualTo("https://10.0.0.2");
    assertThat(hosts.rest("cloudbilling")).isEqualTo("https://cloudbilling.apis-s3ns.fr");
    assertThat(hosts.vertex(Location.GLOBAL)).isEqualTo("https://of-the-system");
  }
}
