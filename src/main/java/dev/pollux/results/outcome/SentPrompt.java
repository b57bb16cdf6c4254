package dev.pollux.results.outcome;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads back what was asked, from a row's `request`.
public final class SentPrompt {
  public static final String REQUEST = "request";
  private final JsonMapper json = new JsonMapper();

  /// The request of a row, JSON; empty where the table has none.
  public static Optional<String> request(TableSchema schema, Row row) {
    int at = schema.indexOf(REQUEST);
    return at >= 0
            && at < row.values().size()
            && row.values().get(at) instanceof Value.Scalar(String request)
        ? Optional.of(request)
        : Optional.empty();
  }

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
    JsonNode parts = content.path("parts");
    // One part may stand for a list of one.
    for (JsonNode part : parts.isObject() ? List.of(parts) : parts) {
      if (!all.isEmpty()) {
        all.append("\n\n");
      }
      all.append(part.path("text").asString(part.toString()));
    }
  }
}
