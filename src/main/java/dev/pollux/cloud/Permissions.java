package dev.pollux.cloud;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the person may do in a project.
public interface Permissions {
  /// Those of the wanted permissions (`bigquery.jobs.create`) that the caller has.
  Set<String> granted(String project, Set<String> wanted) throws CloudException;

  /// The number of a project: Google's service agents are called by it.
  String number(String project) throws CloudException;

  /// Whether the project has a billing account; empty where the service does not say.
  Optional<Boolean> billed(String project) throws CloudException;

  /// Who holds which role on the project itself, as `serviceAccount:…` by `roles/…`. Grants on
  /// folders, organisations and datasets are not in it.
  Map<String, Set<String>> members(String project) throws CloudException;
}
