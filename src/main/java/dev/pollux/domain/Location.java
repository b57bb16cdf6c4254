package dev.pollux.domain;

import java.util.Locale;

/// A Google Cloud location such as `us-central1`, the multi-regions `us` and `eu`, or `global`.
/// Always lower case; BigQuery's `US` and Vertex's `us` are the same place.
public record Location(String id) {
  public static final Location GLOBAL = new Location("global");
  public static final Location US_CENTRAL1 = new Location("us-central1");

  public Location {
    id = id.strip().toLowerCase(Locale.ROOT);
    if (!id.matches("[a-z0-9-]{2,40}")) {
      throw new IllegalArgumentException("not a location: " + id);
    }
  }

  public boolean isGlobal() {
    return id.equals("global");
  }

  /// `us` and `eu` are multi-regions, which batch jobs do not take
  /// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction-from-bigquery).
  public boolean isMultiRegion() {
    return id.equals("us") || id.equals("eu");
  }

  @Override
  public String toString() {
    return id;
  }
}
