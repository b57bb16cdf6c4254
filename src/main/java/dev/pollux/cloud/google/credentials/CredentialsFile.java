package dev.pollux.cloud.google.credentials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where Application Default Credentials lie, in Google's own order
/// (https://docs.cloud.google.com/docs/authentication/application-default-credentials). Google's
/// library reads the file once in the life of a process; Pollux looks for it itself, so that who
/// signs in anew need not start it anew.
public final class CredentialsFile {
  private static final String NAME = "application_default_credentials.json";

  private CredentialsFile() {}

  /// Reads one variable of the environment, or one property of the system.
  public interface Variables {
    Optional<String> environment(String name);

    Optional<String> property(String name);

    Variables SYSTEM =
        new Variables() {
          @Override
          public Optional<String> environment(String name) {
            return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
          }

          @Override
          public Optional<String> property(String name) {
            return Optional.ofNullable(System.getProperty(name));
          }
        };
  }

  /// Empty where there is none: then only a machine of Google's has credentials. A file that
  /// `GOOGLE_APPLICATION_CREDENTIALS` names counts also where it is not there.
  public static Optional<Path> find(Variables variables) {
    Optional<Path> named = variables.environment("GOOGLE_APPLICATION_CREDENTIALS").map(Path::of);
    return named.isPresent()
        ? named
        : folder(variables).map(folder -> folder.resolve(NAME)).filter(Files::isRegularFile);
  }

  /// The folder of gcloud's configuration.
  public static Optional<Path> folder(Variables variables) {
    Optional<Path> chosen = variables.environment("CLOUDSDK_CONFIG").map(Path::of);
    if (chosen.isPresent()) {
      return chosen;
    }
    return variables.property("os.name").orElse("").startsWith("Windows")
        ? variables.environment("APPDATA").map(data -> Path.of(data, "gcloud"))
        : variables.property("user.home").map(home -> Path.of(home, ".config", "gcloud"));
  }
}
