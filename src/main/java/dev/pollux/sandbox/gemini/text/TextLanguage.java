package dev.pollux.sandbox.gemini.text;

import java.util.List;
import java.util.Map;

/// A guess at the language of a text, by its smallest words.
public final class TextLanguage {
  private static final Map<String, List<String>> SMALL =
      Map.of(
          "English", List.of("the", "and", "of", "to", "is"),
          "French", List.of("le", "la", "et", "les", "des", "est"),
          "German", List.of("der", "die", "und", "das", "ist"),
          "Spanish", List.of("el", "los", "y", "que", "es", "una"));

  private TextLanguage() {}

  public static String of(String text) {
    List<String> words = List.of(text.toLowerCase(java.util.Locale.ROOT).split("\\P{L}+", -1));
    return SMALL.keySet().stream()
        .sorted(java.util.Comparator.reverseOrder())
        .max(
            java.util.Comparator.comparingLong(language ->
                words.stream().filter(SMALL.getOrDefault(language, List.of())::contains).count()))
        .orElse("English");
  }

  /// ISO 639-1.
  public static String code(String text) {
    return switch (of(text)) {
      case "French" -> "fr";
      case "German" -> "de";
      case "Spanish" -> "es";
      default -> "en";
    };
  }
}
