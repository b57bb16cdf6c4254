package dev.pollux.draft;

import dev.pollux.domain.BatchRequest;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.RunId;
import dev.pollux.domain.RunLabels;
import dev.pollux.domain.TableRef;
import dev.pollux.domain.UsdRange;
import java.util.Map;
import java.util.Optional;

/// What a person decided in the wizard: everything needed to submit, nothing sent so far. `rows` is
/// the number of requests counted before; `source` is the table they browsed; `estimate` is what
/// they were told it would cost, empty where nothing was counted or no price is known.
public record RunPlan(
    RunId id,
    String title,
    String project,
    Location location,
    GeminiModel model,
    TableRef source,
    RequestSource requests,
    TableRef destination,
    long rows,
    Optional<UsdRange> estimate) {
  /// Exactly what will be sent to create the job. The labels find it again if the answer is lost.
  ///
  /// @throws IllegalArgumentException when the service could only refuse it
  public BatchRequest request() {
    return new BatchRequest(
        project,
        location,
        title,
        model,
        requests.table(),
        destination,
        Map.of(RunLabels.RUN, id.id(), RunLabels.PART, RunLabels.ONLY_PART));
  }

  /// Equal for two plans that ask the same of the same: whatever they are called and wherever their
  /// answers go. Hexadecimal SHA-256.
  public String fingerprint() {
    return Fingerprints.of(this);
  }
}
