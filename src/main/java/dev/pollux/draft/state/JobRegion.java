package dev.pollux.draft.state;

import dev.pollux.domain.Location;
import java.util.Locale;
import java.util.Set;

/// In which single region a job over rows of a place runs, since jobs read no multi-regions.
public final class JobRegion {
  private static final Location EUROPE = new Location("europe-west4");

  /// In Europe and not in the EU
  /// (https://docs.cloud.google.com/bigquery/docs/locations#multi-regions).
  private static final Set<String> OUTSIDE_EU = Set.of("europe-west2", "europe-west6");

  private JobRegion() {}

  /// Whether rows of a place stay where they belong when they are in a region.
  static boolean isHome(Location data, Location region) {
    if (!data.isMultiRegion()) {
      return data.equals(region);
    }
    return data.id().equals("eu")
        ? region.id().startsWith("europe-") && !OUTSIDE_EU.contains(region.id())
        : region.id().startsWith("us-");
  }

  /// The region where requests of rows of a place are proposed to go.
  ///
  /// @param usual where the person works as a rule
  public static Location proposed(Location data, Location usual) {
    if (!data.isMultiRegion()) {
      return data;
    }
    if (isHome(data, usual)) {
      return usual;
    }
    return data.id().equals("eu") ? EUROPE : Location.US_CENTRAL1;
  }

  /// As people know it: `US`, `us-central1`.
  public static String spoken(Location at) {
    return at.isMultiRegion() ? at.id().toUpperCase(Locale.ROOT) : at.id();
  }
}
