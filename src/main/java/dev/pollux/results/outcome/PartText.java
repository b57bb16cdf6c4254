package dev.pollux.results.outcome;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A part of an answer as text: what is no text (an image, a call of a function) by what it is.
public final class PartText {
  /// What answers beside text: what the model wants done, or did.
  public static final List<String> MEMBERS =
      List.of("executableCode", "codeExecutionResult", "functionCall", "functionResponse");

  private PartText() {}

  /// Whether the part is an answer by itself: a picture or a file is none, nor are blanks and ends
  /// of lines, of which models write thousands when they go astray.
  static boolean answers(JsonNode part) {
    return (part.path("text").isString() && says(part.path("text").asString()))
        || MEMBERS.stream().anyMatch(member -> part.path(member).isObject());
  }

  private static boolean says(String text) {
    return text.chars().anyMatch(c -> " \t\n\f\r".indexOf(c) < 0);
  }

  /// Empty where the part holds nothing.
  static String of(JsonNode part) {
    if (part.path("text").isString()) {
      return part.path("text").asString();
    }
    for (String member : new String[] {"inlineData", "fileData"}) {
      if (part.path(member).isObject()) {
        return "[" + part.path(member).path("mimeType").asString(member) + "]";
      }
    }
    if (part.path("executableCode").path("code").isString()) {
      return part.path("executableCode").path("code").asString();
    }
    if (part.path("codeExecutionResult").path("output").isString()) {
      return part.path("codeExecutionResult").path("output").asString();
    }
    boolean says =
        part.properties().stream()
            .anyMatch(entry ->
                !entry.getKey().equals("text")
                    && !entry.getKey().equals("thought")
                    && !entry.getKey().equals("thoughtSignature")
                    && !entry.getValue().isNull());
    return says ? part.toString() : "";
  }
}
