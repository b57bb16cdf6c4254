package dev.pollux.recipe;

import dev.pollux.domain.Finding;
import dev.pollux.files.DuplicateKey;
import dev.pollux.files.WrongField;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/// A field of a recipe that is wrong, as a finding with the line it stands in.
final class RecipeFaults {
  private RecipeFaults() {}

  /// What is wrong with the answer's schema is a finding of its own; this one says where it stands.
  static Finding inAnswer(String text) {
    return Finding.stop("recipe.answer", line(text, List.of("answer")));
  }

  /// What is no JSON, or has a name twice.
  static Finding of(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return DuplicateKey.of(e)
        .map(twice -> Finding.stop("recipe.twice", twice.name(), twice.line(), twice.column()))
        .orElseGet(() ->
            Finding.stop(
                "recipe.not-json",
                at == null ? 1 : at.getLineNr(),
                at == null ? 1 : at.getColumnNr()));
  }

  /// @param text the whole recipe, for the line
  static Finding of(WrongField wrong, String text) {
    int line = line(text, wrong.path());
    String field = String.join(".", wrong.path());
    return switch (wrong.expected()) {
      case TEXT -> Finding.stop("recipe.not-text", field, line);
      case YES_NO -> Finding.stop("recipe.not-yes-no", field, line);
      case NUMBER -> Finding.stop("recipe.not-number", field, line);
      case WHOLE -> Finding.stop("recipe.not-whole", field, line);
      case OBJECT -> Finding.stop("recipe.not-object", field, line);
      case LIST -> Finding.stop("recipe.not-list", field, line);
      case MEANINGFUL -> Finding.stop("recipe.not-usable", field, line, wrong.value());
      case ONE_OF ->
          Finding.stop(
              "recipe.not-one-of",
              field,
              line,
              wrong.value(),
              wrong.limits().stream().map(String::valueOf).collect(Collectors.joining(", ")));
      case IN_RANGE ->
          Finding.stop(
              "recipe.out-of-range",
              field,
              line,
              wrong.value(),
              wrong.limits().getFirst(),
              wrong.limits().getLast());
    };
  }

  /// The line of a value, or of the nearest one around it: the tree does not keep it.
  private static int line(String text, List<String> path) {
    String wanted = pointer(path);
    int line = 1;
    int matched = -1;
    try (JsonParser parser = RecipeReader.JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String here = parser.streamReadContext().pathAsPointer().toString();
        if (here.length() > matched && (wanted + "/").startsWith(here + "/")) {
          matched = here.length();
          line = parser.currentTokenLocation().getLineNr();
        }
      }
    }
    return line;
  }

  private static String pointer(List<String> path) {
    return path.stream()
        .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }
}
