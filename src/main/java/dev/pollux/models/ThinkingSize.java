package dev.pollux.models;

import dev.pollux.models.GenerationSettings.Thinking;

/// How many tokens a model thinks before one answer, where nobody tried. Google publishes no
/// figures; these are broad on purpose, and whoever shows them says that they are assumed.
public record ThinkingSize(int low, int high) {
  private static final ThinkingSize NONE = new ThinkingSize(0, 0);
  private static final ThinkingSize DYNAMIC = new ThinkingSize(30, 2_000);

  public static ThinkingSize of(GenerationSettings settings, ModelTraits traits) {
    if (settings.thinking().isPresent()) {
      return switch (settings.thinking().get()) {
        case Thinking.Level(String level) -> level(level);
        case Thinking.Budget(int tokens) -> tokens < 0 ? DYNAMIC : new ThinkingSize(0, tokens);
      };
    }
    return switch (traits.thoughts()) {
      case ThinkingControl.None _ -> NONE;
      case ThinkingControl.Levels levels -> level(levels.standard());
      case ThinkingControl.Budget budget -> budget.offByDefault() ? NONE : DYNAMIC;
    };
  }

  private static ThinkingSize level(String level) {
    return switch (level) {
      case "MINIMAL" -> new ThinkingSize(0, 60);
      case "LOW" -> new ThinkingSize(10, 400);
      case "MEDIUM" -> new ThinkingSize(40, 1_500);
      case "HIGH" -> new ThinkingSize(100, 4_000);
      case "XHIGH" -> new ThinkingSize(400, 12_000);
      default -> DYNAMIC;
    };
  }
}
