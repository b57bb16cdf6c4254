package dev.pollux.domain;

import java.util.Map;

/// Exactly what is sent to create a job. Refuses to be wrong in what can be known without a cloud.
public record BatchRequest(
    String project,
    Location location,
    String displayName,
    GeminiModel model,
    TableRef source,
    TableRef destination,
    Map<String, String> labels) {
  public static final int MAX_DISPLAY_NAME = 128;

  /// @throws IllegalArgumentException when the service could only refuse it
  public BatchRequest {
    labels = Map.copyOf(labels);
    if (displayName.isBlank() || displayName.length() > MAX_DISPLAY_NAME) {
      throw new IllegalArgumentException("a display name has 1 to 128 characters");
    }
    if (source.equals(destination)) {
      throw new IllegalArgumentException("source and destination are the same table");
    }
  }
}
