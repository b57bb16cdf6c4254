package dev.pollux.domain.job;

import dev.pollux.domain.Location;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The resource name of a batch job. `project` may be an id or a number: the service answers with
/// the number.
public record JobName(String project, Location location, String id) {
  private static final Pattern NAME =
      Pattern.compile("projects/([^/]+)/locations/([^/]+)/batchPredictionJobs/([^/]+)");

  /// @throws IllegalArgumentException when it is not a job's resource name
  public static JobName parse(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("not a job name: " + name));
  }

  public static Optional<JobName> find(String name) {
    Matcher m = NAME.matcher(name);
    return m.matches()
        ? Optional.of(new JobName(m.group(1), new Location(m.group(2)), m.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "projects/" + project + "/locations/" + location + "/batchPredictionJobs/" + id;
  }
}
