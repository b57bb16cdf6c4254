package dev.pollux.ui.connection;

import java.util.Set;

/// What the window may turn in the sandbox that runs beside it.
public interface SandboxControls {
  /// `http://127.0.0.1:PORT`, for other clients.
  String restUrl();

  Faults faults();

  /// Takes effect from the next call on.
  void setFaults(Faults faults);

  Set<SandboxCondition> conditions();

  /// Takes effect from the next call on.
  void setConditions(Set<SandboxCondition> conditions);

  /// Whether anything goes wrong on purpose.
  default boolean isFaulty() {
    return !faults().equals(Faults.NONE) || !conditions().isEmpty();
  }

  /// What goes wrong on purpose.
  ///
  /// @param slowFactor a job takes so many times longer; 1 is normal
  /// @param rowPercent of the rows of a job fail
  /// @param quotaPercent of the calls are answered 429
  /// @param unavailablePercent of the calls are answered 503
  /// @param lostReplies so many next jobs are made while their reply is lost
  record Faults(
      double slowFactor,
      double rowPercent,
      double quotaPercent,
      double unavailablePercent,
      int lostReplies) {
    public static final Faults NONE = new Faults(1, 0, 0, 0, 0);
  }
}
