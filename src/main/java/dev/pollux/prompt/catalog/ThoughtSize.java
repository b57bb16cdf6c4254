package dev.pollux.prompt.catalog;

import dev.pollux.prompt.GenerationSettings;
import dev.pollux.prompt.GenerationSettings.Thinking;

/// How many tokens a model thinks before one answer, where nobody tried. Google publishes no
/// figures; these are broad on purpose, and whoever shows them says that they are assumed.
public record ThoughtSize(int low, int high) {
  private static final ThoughtSize NONE = new ThoughtSize(0, 0);
  private static final ThoughtSize DYNAMIC = new ThoughtSize(30, 2_000);

  public static ThoughtSize of(GenerationSettings settings, ModelTraits traits) {
    if (settings.thinking().isPresent()) {
      return switch (settings.thinking().get()) {
        case Thinking.Level(String level) -> level(level);
        case Thinking.Budget(int tokens) -> tokens < 0 ? DYNAMIC : new ThoughtSize(0, tokens);
      };
    }
    return switch (traits.thoughts()) {
      case Thoughts.None _ -> NONE;
      case Thoughts.Levels levels -> level(levels.standard());
      case Thoughts.Budget budget -> budget.offByDefault() ? NONE : DYNAMIC;
    };
  }

  private static ThoughtSize level(String level) {
    return switch (level) {
      case "MINIMAL" -> new ThoughtSize(0, 60);
      case "LOW" -> new ThoughtSize(10, 400);
      case "MEDIUM" -> new ThoughtSize(40, 1_500);
      case "HIGH" -> new ThoughtSize(100, 4_000);
      default -> DYNAMIC;
    };
  }
}
