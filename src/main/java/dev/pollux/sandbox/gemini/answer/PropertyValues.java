package dev.pollux.sandbox.gemini.answer;

import dev.pollux.sandbox.gemini.request.GeminiRefusal;
import dev.pollux.sandbox.gemini.request.Schema;
import dev.pollux.sandbox.gemini.text.Prompt;
import dev.pollux.sandbox.gemini.text.PromptTask;
import dev.pollux.sandbox.gemini.text.SourceText;
import dev.pollux.sandbox.gemini.text.TextFacts;
import dev.pollux.sandbox.gemini.text.TextLanguage;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Single values for a property, by its name and description.
final class PropertyValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MANY = 5;
  private static final Pattern SHARE =
      Pattern.compile("(?i)confiden|certain|probab|score|likelihood|rating|relevance");

  private final Prompt prompt;
  private final SourceText text;

  PropertyValues(Prompt prompt, SourceText text) {
    this.prompt = prompt;
    this.text = text;
  }

  private static String hint(String name) {
    return name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replace('_', ' ').replace('-', ' ');
  }

  /// All that the text has for the hint, best first; never empty.
  private List<String> found(String name) {
    String hint = hint(name);
    List<String> found =
        switch (PromptTask.of(hint)) {
          case SUMMARY -> List.of(String.join(" ", text.summary(2)));
          case SENTIMENT -> List.of(FreeText.sentiment(text));
          case KEYWORDS -> text.keywords(20);
          case LABEL -> text.subjects();
          case LANGUAGE ->
              List.of(
                  hint.toLowerCase(Locale.ROOT).contains("code")
                      ? TextLanguage.code(text.text())
                      : TextLanguage.of(text.text()));
          case NAMES -> TextFacts.names(text.text());
          case DATES -> TextFacts.dates(text.text());
          case NUMBERS -> TextFacts.numbers(text.text());
          case YES_NO -> List.of(says(hint) ? "Yes" : "No");
          case TRANSLATE, QUESTION, WRITE -> text.about(hint + " " + prompt.instruction());
        };
    return found.isEmpty() ? List.of("simulated") : found;
  }

  /// A text for a name that no schema describes.
  String free(String name, int index) {
    List<String> found = found(name);
    return found.get(index % found.size());
  }

  boolean says(String name) {
    return FreeText.says(hint(name) + " " + prompt.instruction(), text);
  }

  /// How many items a list has by nature.
  int many(String name) {
    return Math.min(MANY, found(name).size());
  }

  JsonNode string(Schema schema, String name, int index) {
    String hint = name + " " + schema.words();
    if (!schema.format().isEmpty() && FormattedStrings.knows(schema.format())) {
      return FormattedStrings.value(schema, text.text(), index);
    }
    List<String> found = found(hint);
    if (schema.nullable() && found.getFirst().equals("simulated")) {
      return NODES.nullNode();
    }
    String value = found.get(index % found.size());
    if (index >= found.size()) {
      value = value + " " + (index / found.size() + 1);
    }
    return NODES.stringNode(FormattedStrings.fit(schema, value, found));
  }

  JsonNode number(Schema schema, String name, int index) {
    boolean whole = schema.type().equals("integer");
    String hint = hint(name + " " + schema.words());
    List<Double> found = numbers(hint);
    if (schema.nullable() && found.isEmpty()) {
      return NODES.nullNode();
    }
    double step = schema.figure("multipleOf").orElse(whole ? 1 : 0);
    double low = schema.figure("minimum").orElse(Double.NEGATIVE_INFINITY);
    double high = schema.figure("maximum").orElse(Double.POSITIVE_INFINITY);
    double above = schema.figure("exclusiveMinimum").orElse(Double.NEGATIVE_INFINITY);
    double below = schema.figure("exclusiveMaximum").orElse(Double.POSITIVE_INFINITY);
    double value =
        found.isEmpty()
            ? index
            : found.get(index % found.size()) + Math.floorDiv(index, found.size());
    double fitted = Ranges.fit(value, Math.max(low, above), Math.min(high, below), step);
    fitted = fitted <= above ? Ranges.up(above, below, step) : fitted;
    fitted = fitted >= below ? Ranges.down(below, above, step) : fitted;
    if (fitted < low || fitted > high || fitted <= above || fitted >= below) {
      throw new GeminiRefusal(
          "The schema leaves no number" + (name.isEmpty() ? "." : " for " + name + "."));
    }
    return whole ? NODES.numberNode((long) fitted) : NODES.numberNode(fitted);
  }

  private List<Double> numbers(String hint) {
    if (SHARE.matcher(hint).find()) {
      return List.of(0.5 + Math.round(Math.abs(text.alert()) * 40) / 100.0);
    }
    List<String> texts =
        PromptTask.of(hint) == PromptTask.DATES ? years() : TextFacts.numbers(text.text());
    return texts.stream().map(number -> Double.valueOf(number.replaceAll("[^0-9.]", ""))).toList();
  }

  private List<String> years() {
    return TextFacts.dates(text.text()).stream()
        .map(date -> date.replaceAll("^.*?(\\d{4}).*$", "$1"))
        .filter(year -> year.matches("\\d{4}"))
        .toList();
  }
}
