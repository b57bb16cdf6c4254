package dev.pollux.ui.wizard;

import dev.pollux.cost.Estimate;

/// How far it is known what the job will cost.
sealed interface CostState {
  /// Not counted yet, or something is missing that counting needs.
  record None(boolean ready) implements CostState {
    None() {
      this(false);
    }
  }

  /// @param done rows that were counted so far
  record Counting(int done, int of) implements CostState {}

  record Known(Estimate estimate) implements CostState {}

  /// In words.
  record Failed(String why) implements CostState {}
}
