package dev.pollux.cloud.google.credentials;

import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.connection.ConnectionOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The variables of the system, with what a connection says itself over them.
public record ConnectionVariables(ConnectionOptions options, CredentialsFile.Variables system)
    implements CredentialsFile.Variables {
  private static final String ENDPOINTS = "CLOUDSDK_API_ENDPOINT_OVERRIDES_";

  /// The variables of the process, with what the connection says of its own before them.
  public static CredentialsFile.Variables of(
      Connection connection, CredentialsFile.Variables system) {
    return switch (connection) {
      case Connection.Sandbox _ -> system;
      case Connection.Google google -> new ConnectionVariables(google.options(), system);
    };
  }

  @Override
  public Optional<String> environment(String name) {
    return own(name).or(() -> system.environment(name));
  }

  private Optional<String> own(String name) {
    if (name.startsWith(ENDPOINTS)) {
      return endpoint(name.substring(ENDPOINTS.length()).toLowerCase(Locale.ROOT));
    }
    return switch (name) {
      case "GOOGLE_APPLICATION_CREDENTIALS" -> options.credentials();
      case "CLOUDSDK_CORE_UNIVERSE_DOMAIN" -> options.universe();
      default -> Optional.empty();
    };
  }

  private Optional<String> endpoint(String service) {
    return Arrays.stream(options.endpoints().orElse("").split("[\\s,]+"))
        .filter(one -> one.startsWith(service + "="))
        .map(one -> one.substring(service.length() + 1))
        .findFirst();
  }

  @Override
  public Optional<String> property(String name) {
    return system.property(name);
  }
}
