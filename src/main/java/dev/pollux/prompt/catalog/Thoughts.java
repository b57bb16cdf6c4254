package dev.pollux.prompt.catalog;

import java.util.List;

/// How a model can be told to think
/// (https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/thinking).
public sealed interface Thoughts {
  /// It does not think, or nothing is known of it.
  record None() implements Thoughts {}

  /// Gemini 3: one of these levels; `standard` is used where nothing is said, empty if unknown.
  record Levels(List<String> levels, String standard) implements Thoughts {
    public Levels {
      levels = List.copyOf(levels);
    }
  }

  /// Gemini 2.5: tokens from `min` to `max`, 0 for none where `canDisable`.
  record Budget(int min, int max, boolean canDisable, boolean offByDefault) implements Thoughts {}

  Thoughts NONE = new None();
}
