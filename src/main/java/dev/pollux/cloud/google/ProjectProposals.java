package dev.pollux.cloud.google;

import dev.pollux.cloud.google.credentials.CredentialsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Projects that this computer already names: the variable, gcloud's configuration, and the file of
/// the credentials. Reads the disk, and asks nobody.
public final class ProjectProposals {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectProposals.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  /// gcloud's configurations are INI files; the project stands under `[core]`.
  private static final Pattern PROJECT =
      Pattern.compile("(?m)^\\[core][ \\t]*$(?:\\R(?!\\[).*)*?\\Rproject[ \\t]*=[ \\t]*(\\S+)");

  private ProjectProposals() {}

  /// The likeliest first; none twice.
  public static List<String> here() {
    return of(CredentialsFile.Variables.SYSTEM);
  }

  static List<String> of(CredentialsFile.Variables variables) {
    Set<String> found = new LinkedHashSet<>();
    variables.environment("GOOGLE_CLOUD_PROJECT").ifPresent(found::add);
    variables.environment("CLOUDSDK_CORE_PROJECT").ifPresent(found::add);
    CredentialsFile.folder(variables).flatMap(ProjectProposals::configured).ifPresent(found::add);
    CredentialsFile.find(variables)
        .flatMap(ProjectProposals::read)
        .ifPresent(text -> found.addAll(credited(text)));
    return List.copyOf(found);
  }

  private static Optional<String> configured(Path gcloud) {
    String active = read(gcloud.resolve("active_config")).map(String::strip).orElse("default");
    return read(gcloud.resolve("configurations").resolve("config_" + active))
        .map(PROJECT::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  /// A key file names its account's project, a person's file the one whose quota is used.
  private static List<String> credited(String credentials) {
    try {
      JsonNode file = JSON.readTree(credentials);
      return List.of(
              file.path("quota_project_id").asString(""), file.path("project_id").asString(""))
          .stream()
          .filter(id -> !id.isBlank())
          .toList();
    } catch (JacksonException e) {
      LOG.debug("the credentials are not JSON", e);
      return List.of();
    }
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return Optional.empty();
    }
  }
}
