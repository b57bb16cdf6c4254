package dev.pollux.sandbox.vertex.models;

import dev.pollux.sandbox.vertex.wire.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a resource lives: `projects/{number}/locations/{location}`.
public record LocationName(String project, String location) {
  private static final Pattern PARENT =
      Pattern.compile("projects/([^/]+)/locations/([^/]+)(?:/(.*))?");
  private static final Pattern LOCATION = Pattern.compile("global|[a-z]+(?:-[a-z]+)+[0-9]+");

  /// Reads the first two parts of any resource name.
  public static LocationName of(String name, ProjectNumbers projects, String permission) {
    Matcher matcher = PARENT.matcher(name);
    if (!matcher.matches()) {
      throw Refusal.invalid("Invalid resource name: \"" + name + "\".");
    }
    String location = matcher.group(2);
    if (!LOCATION.matcher(location).matches()) {
      throw Refusal.invalid("Unsupported location: \"" + location + "\".");
    }
    return new LocationName(projects.number(matcher.group(1), location, permission), location);
  }

  /// What follows the location in a resource name, empty when nothing does.
  public static String rest(String name) {
    Matcher matcher = PARENT.matcher(name);
    return matcher.matches() && matcher.group(3) != null ? matcher.group(3) : "";
  }

  public boolean isGlobal() {
    return location.equals("global");
  }

  public String name() {
    return "projects/" + project + "/locations/" + location;
  }

  public String job(String id) {
    return name() + "/batchPredictionJobs/" + id;
  }
}
