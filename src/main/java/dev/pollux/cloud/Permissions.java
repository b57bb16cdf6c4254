package dev.pollux.cloud;

import java.util.Set;

/// What the person may do in a project.
public interface Permissions {
  /// Those of the wanted permissions (`bigquery.jobs.create`) that the caller has.
  Set<String> granted(String project, Set<String> wanted) throws CloudException;

  /// The number of a project: Google's service agents are called by it.
  String number(String project) throws CloudException;
}
