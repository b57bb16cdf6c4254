package dev.pollux.sandbox.vertex.fault;

import tools.jackson.databind.json.JsonMapper;

/// What goes wrong on purpose.
///
/// @param slowFactor a job's run takes so many times longer; at least 0.01
/// @param rowFailurePercent of the rows of a job fail with a status that heals on retry; which ones
///   depends on the row alone
/// @param quotaPercent of the calls are answered 429
/// @param unavailablePercent of the calls are answered 503
/// @param loseCreateReplies so many next creates make their job, and answer 503 as if the line
///   broke
/// @param pendingSeconds a job waits so long in PENDING, in job time
public record Faults(
    double slowFactor,
    double rowFailurePercent,
    double quotaPercent,
    double unavailablePercent,
    int loseCreateReplies,
    double pendingSeconds) {
  /// Nothing goes wrong.
  public static final Faults NONE = new Faults(1, 0, 0, 0, 0, 2);

  private static final JsonMapper JSON = JsonMapper.shared();

  /// @throws IllegalArgumentException when a figure is out of its range
  public Faults {
    within("slowFactor", slowFactor, 0.01, 1e9);
    within("rowFailurePercent", rowFailurePercent, 0, 100);
    within("quotaPercent", quotaPercent, 0, 100);
    within("unavailablePercent", unavailablePercent, 0, 100);
    within("loseCreateReplies", loseCreateReplies, 0, 1_000_000);
    within("pendingSeconds", pendingSeconds, 0, 1e9);
  }

  private static void within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(name + " must be from " + low + " to " + high);
    }
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  /// Fields that are not named keep the value they have here.
  ///
  /// @throws IllegalArgumentException for an unknown field, a wrong type or a figure out of range
  public Faults with(String json) {
    return FaultsJson.merge(this, json);
  }
}
