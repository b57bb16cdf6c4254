package dev.pollux.sandbox.gemini.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Answers to choose from: those an instruction offers, or an enum's; and which of them fits a text
/// best.
public final class Choices {
  private static final int MOST_WORDS = 4;
  private static final Pattern OFFER =
      Pattern.compile(
          "\\b(?:one of(?: these| the(?: following)?)?(?: \\w+(?=:))?|choose (?:from|between|one)|either|options?|labels?|categories|classes|as)(?: are| is)?\\s*[:(\\[]?\\s*([^.?\\n)\\]]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]*[,/|][^)\\]]*)[)\\]]");

  private final Lexicon lexicon;

  public Choices(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The choices an instruction offers, empty when it offers none.
  public static List<String> offered(String instruction) {
    return Stream.of(BRACKETS, OFFER)
        .flatMap(pattern -> pattern.matcher(instruction).results())
        .map(found -> split(found.group(1)))
        .filter(choices -> choices.size() > 1)
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> split(String text) {
    List<String> parts =
        Stream.of(text.split("\\s*[,;/|]\\s*(?:or |and )?|\\s+or\\s+"))
            .map(part -> part.strip().replaceAll("^[\"'“”‘’`*-]+|[\"'“”‘’`*:]+$", ""))
            .filter(part -> !part.isBlank())
            .toList();
    boolean tidy = parts.stream().allMatch(part -> part.split("\\s+").length <= MOST_WORDS);
    return tidy ? parts : List.of();
  }

  /// The choice that fits best; with no sign at all, one that depends on the text alone.
  public String best(List<String> choices, SourceText text) {
    double[] subjects = text.subjectScores();
    String best = choices.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (String choice : choices) {
      double score = score(choice, text, subjects) + chance(choice, text) * 0.01;
      if (score > most) {
        most = score;
        best = choice;
      }
    }
    return best;
  }

  private double score(String choice, SourceText text, double[] subjects) {
    double score = 0;
    for (String stem : Stem.all(choice.replace('_', ' ').replace('-', ' '))) {
      if (!lexicon.isStop(stem)) {
        score += 2.0 * text.count(stem);
        for (int subject : lexicon.subjectsOf(stem)) {
          score += subjects[subject] / Math.sqrt(lexicon.subjectsOf(stem).size());
        }
      }
    }
    return score + alert(choice.toLowerCase(Locale.ROOT), text.alert());
  }

  private static double alert(String choice, double alert) {
    if (choice.contains("positive")) {
      return alert;
    }
    if (choice.contains("negative")) {
      return -alert;
    }
    Matcher middle = Pattern.compile("neutral|mixed").matcher(choice);
    return middle.find() ? 0.2 - Math.abs(alert) / 2 : 0;
  }

  private static double chance(String choice, SourceText text) {
    return Integer.toUnsignedLong(31 * text.text().hashCode() + choice.hashCode()) / 0x1p32;
  }
}
