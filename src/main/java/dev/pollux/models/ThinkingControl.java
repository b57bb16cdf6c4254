package dev.pollux.models;

import java.util.List;

/// How a model can be told to think
/// (https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/thinking).
public sealed interface ThinkingControl {
  /// It does not think, or nothing is known of it.
  record None() implements ThinkingControl {}

  /// Gemini 3: one of these levels; `standard` is used where nothing is said, empty if unknown.
  record Levels(List<String> levels, String standard) implements ThinkingControl {
    public Levels {
      levels = List.copyOf(levels);
    }
  }

  /// Gemini 2.5: tokens from `min` to `max`, 0 for none where `canDisable`.
  record Budget(int min, int max, boolean canDisable, boolean offByDefault)
      implements ThinkingControl {}

  ThinkingControl NONE = new None();
}
