package dev.pollux.sandbox.gemini.answer;

import dev.pollux.sandbox.gemini.text.Choices;
import dev.pollux.sandbox.gemini.text.Prompt;
import dev.pollux.sandbox.gemini.text.PromptTask;
import dev.pollux.sandbox.gemini.text.SourceText;
import dev.pollux.sandbox.gemini.text.TextFacts;
import dev.pollux.sandbox.gemini.text.TextLanguage;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers in prose. What can be taken from the text is; what would need a mind is declined. Either
/// way the answer says that it is simulated, unless only a label was asked for.
public final class FreeText {
  public static final String SIGN = "(Simulated by the Pollux sandbox.)";

  private static final Pattern BARE =
      Pattern.compile(
          "(?i)\\b(only|one word|single word|just the|nothing else|(answer|reply|respond) with (the|a|one))\\b");
  private static final Pattern HOW_MANY =
      Pattern.compile(
          "(?i)\\b(one|two|three|four|five|a|\\d{1,2}) (?:short |brief )?sentences?\\b");
  private static final Map<String, Integer> COUNT =
      Map.of("a", 1, "one", 1, "two", 2, "three", 3, "four", 4, "five", 5);
  private static final int LISTED = 12;

  private final Choices choices;

  public FreeText(Choices choices) {
    this.choices = choices;
  }

  public String answer(Prompt prompt, SourceText text) {
    if (text.isEmpty()) {
      return prompt.files().isEmpty() ? noMind(prompt) : noEyes(prompt);
    }
    List<String> offered = Choices.offered(prompt.instruction());
    PromptTask task = PromptTask.of(prompt.instruction());
    if (!offered.isEmpty() && task != PromptTask.SUMMARY && task != PromptTask.TRANSLATE) {
      return label(choices.best(offered, text), "", prompt);
    }
    String seen = prompt.files().isEmpty() ? "" : " " + unseen(prompt);
    return switch (task) {
      case TRANSLATE ->
          sign("The sandbox cannot translate. The text begins: " + text.summary(1).getFirst())
              + seen;
      case SENTIMENT -> label(sentiment(text), "", prompt);
      case SUMMARY -> sign(String.join(" ", text.summary(sentences(prompt)))) + seen;
      case KEYWORDS -> list(text.keywords(6), "key words") + seen;
      case NAMES -> list(TextFacts.names(text.text()), "names") + seen;
      case DATES -> list(TextFacts.dates(text.text()), "dates") + seen;
      case NUMBERS -> list(numbers(prompt, text), "numbers") + seen;
      case LANGUAGE -> label(TextLanguage.of(text.text()), "", prompt);
      case LABEL -> subject(prompt, text);
      case YES_NO -> yesNo(prompt, text);
      case QUESTION, WRITE ->
          sign("The text says: “" + text.about(prompt.instruction()).getFirst() + "”") + seen;
    };
  }

  static String sentiment(SourceText text) {
    double alert = text.alert();
    return alert > 0.25 ? "Positive" : alert < -0.25 ? "Negative" : "Neutral";
  }

  static boolean says(String question, SourceText text) {
    return text.overlap(question) >= 0.5;
  }

  private static String subject(Prompt prompt, SourceText text) {
    List<String> subjects = text.subjects();
    if (subjects.isEmpty()) {
      return label("Other", "", prompt);
    }
    String best = subjects.getFirst();
    return label(
        best,
        " The words that speak for it: " + String.join(", ", text.evidence(best, 5)) + ".",
        prompt);
  }

  private static String label(String label, String why, Prompt prompt) {
    return BARE.matcher(prompt.instruction()).find() ? label : sign(label + "." + why);
  }

  private static String yesNo(Prompt prompt, SourceText text) {
    boolean yes = says(prompt.instruction(), text);
    return label(
        yes ? "Yes" : "No",
        yes ? " The text says: “" + text.about(prompt.instruction()).getFirst() + "”" : "",
        prompt);
  }

  private static String list(List<String> found, String what) {
    return found.isEmpty()
        ? sign("The text has no " + what + ".")
        : sign(String.join(", ", found.subList(0, Math.min(LISTED, found.size()))) + ".");
  }

  /// Of the sentence that answers best, when one thing is asked for; what looks like a year only if
  /// there is nothing else.
  private static List<String> numbers(Prompt prompt, SourceText text) {
    boolean one = prompt.instruction().endsWith("?");
    List<String> near =
        one ? TextFacts.numbers(text.about(prompt.instruction()).getFirst()) : List.of();
    List<String> found = near.isEmpty() ? TextFacts.numbers(text.text()) : near;
    List<String> sums = found.stream().filter(number -> !number.matches("1[5-9]..|20..")).toList();
    return sums.isEmpty() ? found : sums;
  }

  private static int sentences(Prompt prompt) {
    Matcher matcher = HOW_MANY.matcher(prompt.instruction());
    if (!matcher.find()) {
      return 2;
    }
    String word = matcher.group(1).toLowerCase(java.util.Locale.ROOT);
    return COUNT.containsKey(word)
        ? COUNT.getOrDefault(word, 2)
        : Math.max(1, Integer.parseInt(word));
  }

  private static String unseen(Prompt prompt) {
    return "The sandbox cannot see files; it was given " + String.join(", ", prompt.files()) + ".";
  }

  private static String noEyes(Prompt prompt) {
    return sign(unseen(prompt) + " It was asked: “" + prompt.instruction() + "”");
  }

  private static String noMind(Prompt prompt) {
    return sign(
        "The sandbox has no language model: it answers from the text that it is given, and was given none. It was asked: “"
            + prompt.instruction()
            + "”");
  }

  private static String sign(String answer) {
    return answer + " " + SIGN;
  }
}
