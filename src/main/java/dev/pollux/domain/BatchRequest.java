package dev.pollux.domain;

import java.util.Map;
import java.util.regex.Pattern;

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

  /// https://docs.cloud.google.com/resource-manager/docs/labels-overview#requirements
  private static final int MAX_LABELS = 64;

  private static final Pattern LABEL_KEY =
      Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}");
  private static final Pattern LABEL_VALUE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}");

  /// @throws IllegalArgumentException when the service could only refuse it
  public BatchRequest {
    labels = Map.copyOf(labels);
    if (displayName.isBlank() || displayName.length() > MAX_DISPLAY_NAME) {
      throw new IllegalArgumentException("a display name has 1 to 128 characters");
    }
    if (source.equals(destination)) {
      throw new IllegalArgumentException("source and destination are the same table");
    }
    if (labels.size() > MAX_LABELS) {
      throw new IllegalArgumentException("a job has at most " + MAX_LABELS + " labels");
    }
    labels.forEach((key, value) -> {
      if (!LABEL_KEY.matcher(key).matches() || !LABEL_VALUE.matcher(value).matches()) {
        throw new IllegalArgumentException("not a label: " + key + "=" + value);
      }
    });
  }
}
