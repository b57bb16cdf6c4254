package dev.pollux.results;

import dev.pollux.domain.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads back what was asked, from a row's `request`.
public final class SentPrompt {
  public static final String REQUEST = "request";
  private final JsonMapper json = new JsonMapper();

  /// The text of a request: its system instruction and contents; other parts as their JSON.
  /// Whatever is no request comes back as it is.
  public String text(Value request) {
    return switch (request) {
      case Value.Scalar scalar -> text(scalar.text());
      case Value.Null _, Value.Struct _, Value.Array _ -> "";
    };
  }

  private String text(String request) {
    try {
      JsonNode body = json.readTree(request);
      StringBuilder all = new StringBuilder();
      append(all, body.path("systemInstruction"));
      append(all, body.path("system_instruction"));
      JsonNode contents = body.path("contents");
      if (contents.isArray()) {
        contents.forEach(content -> append(all, content));
      } else {
        append(all, contents);
      }
      return all.isEmpty() ? request : all.toString();
    } catch (JacksonException _) {
      return request;
    }
  }

  private static void append(StringBuilder all, JsonNode content) {
    for (JsonNode part : content.path("parts")) {
      if (!all.isEmpty()) {
        all.append("\n\n");
      }
      all.append(part.path("text").asString(part.toString()));
    }
  }
}
