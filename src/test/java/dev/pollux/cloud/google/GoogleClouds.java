package dev.pollux.cloud.google;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cloud.google.client.Timeouts;
import dev.pollux.cloud.google.credentials.CredentialsFile;
import dev.pollux.domain.connection.Connection;
import java.util.Map;
import java.util.Optional;

/// Google as a test sets up the machine: where credentials lie, whom TLS trusts, where the services
/// answer.
public final class GoogleClouds {
  private GoogleClouds() {}

  /// @param environment the variables of the process, and no others
  public static Cloud open(Connection connection, Map<String, String> environment)
      throws CloudException {
    return GoogleCloud.open(
        connection, new Endpoints.Google(), Timeouts.USUAL, variables(environment));
  }

  /// The same, before it is connected.
  public static GoogleCloud connecting(Connection connection, Map<String, String> environment) {
    return GoogleCloud.connecting(connection, Timeouts.USUAL, variables(environment));
  }

  public static CredentialsFile.Variables variables(Map<String, String> environment) {
    return new CredentialsFile.Variables() {
      @Override
      public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name));
      }

      @Override
      public Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name));
      }
    };
  }
}
