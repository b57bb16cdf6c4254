package dev.pollux.domain.connection;

import java.util.Optional;

/// What a connection to Google has of its own, beside its project and location; each is empty where
/// the usual holds. Nothing of it is secret.
///
/// @param dataProject the project whose tables are browsed first; else that of the jobs
/// @param quotaProject the project that a person's own calls count against; else that of the jobs
/// @param dataset where answers go unless the person says otherwise, in the project of the jobs
/// @param credentials the path of the file of the credentials; else the usual one
/// @param universe the domain of another universe, as in Trusted Partner Cloud
/// @param endpoints addresses of one's own (Private Service Connect), apart by blanks:
///   `bigquery=https://…`
/// @param proxy `host:port`; one with a password is named in the system's settings
public record ConnectionOptions(
    Optional<String> dataProject,
    Optional<String> quotaProject,
    Optional<String> dataset,
    Optional<String> credentials,
    Optional<String> universe,
    Optional<String> endpoints,
    Optional<String> proxy) {
  /// As gcloud has it, and all in one project.
  public static final ConnectionOptions USUAL =
      new ConnectionOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
