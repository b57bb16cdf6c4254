package dev.pollux.ui.wizard.gemini;

/// A place of the step that takes the focus.
enum GeminiField {
  LIST,
  NAME,
  THINKING,
  LIMIT,
  TEMPERATURE,
  TOP_P,
  CAP;

  /// Where a finding is mended; the list for one that stands elsewhere, and for none.
  static GeminiField of(String code) {
    return switch (code) {
      case "model.not-a-name",
          "model.not-listed",
          "model.not-listed-near",
          "model.not-served",
          "model.not-served-near",
          "model.tuned-not-served" ->
          NAME;
      case "settings.no-thinking",
          "settings.level-not-budget",
          "settings.unknown-level",
          "settings.budget-not-level",
          "settings.always-thinks",
          "settings.budget-range" ->
          THINKING;
      case "settings.cap-range", "settings.cap-below-answer" -> LIMIT;
      case "settings.temperature-range" -> TEMPERATURE;
      case "settings.top-p-range" -> TOP_P;
      case "budget.cap", "budget.unknown" -> CAP;
      default -> LIST;
    };
  }
}
