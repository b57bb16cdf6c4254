package dev.pollux.domain.job;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.LabelSyntax;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import java.util.Map;

/// Exactly what is sent to create a job. Refuses to be wrong in what can be known without a cloud;
/// who prepares a job has said the same in words before.
public record BatchRequest(
    String project,
    Location location,
    String displayName,
    GeminiModel model,
    TableRef source,
    TableRef destination,
    Map<String, String> labels) {
  /// Characters
  /// (https://docs.cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.batchPredictionJobs).
  public static final int MAX_DISPLAY_NAME = 128;

  /// @throws IllegalArgumentException when the service could only refuse it
  public BatchRequest {
    labels = Map.copyOf(labels);
    if (displayName.isBlank() || displayName.length() > MAX_DISPLAY_NAME || !isText(displayName)) {
      throw new IllegalArgumentException("a display name has 1 to 128 characters of text");
    }
    if (source.equals(destination)) {
      throw new IllegalArgumentException("source and destination are the same table");
    }
    if (!source.fitsUri() || !destination.fitsUri()) {
      throw new IllegalArgumentException("a table's URI has 2,000 characters at most");
    }
    if (labels.size() > LabelSyntax.MOST
        || !labels.keySet().stream().allMatch(LabelSyntax::isKey)
        || !labels.values().stream().allMatch(LabelSyntax::isValue)) {
      throw new IllegalArgumentException("not the labels of a job: " + labels.keySet());
    }
  }

  /// Whether UTF-8 can carry it: half a surrogate pair has no place there.
  private static boolean isText(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
