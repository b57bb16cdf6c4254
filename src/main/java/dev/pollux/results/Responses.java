package dev.pollux.results;

import dev.pollux.domain.Row;
import dev.pollux.domain.TableSchema;
import dev.pollux.domain.TokenUsage;
import dev.pollux.domain.Value;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a batch job wrote: from `response` and `status` to an [RowOutcome]. Nothing in a
/// response is taken for granted, since fields are left out at the service's pleasure.
public final class Responses {
  public static final String RESPONSE = "response";
  public static final String STATUS = "status";
  private static final Set<String> POLICIES =
      Set.of(
          "SAFETY",
          "RECITATION",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII",
          "MODEL_ARMOR",
          "IMAGE_SAFETY",
          "IMAGE_PROHIBITED_CONTENT",
          "IMAGE_RECITATION");
  private final JsonMapper json = new JsonMapper();
  private final StatusText statuses = new StatusText(json);

  /// Whether a table looks like the output of a batch job.
  public static boolean isOutput(TableSchema schema) {
    return schema.find(RESPONSE).isPresent() && schema.find(STATUS).isPresent();
  }

  /// What became of a row of that schema.
  public RowOutcome decode(TableSchema schema, Row row) {
    return decode(value(schema, row, RESPONSE), value(schema, row, STATUS));
  }

  /// What became of a row. A row failed if its status says so, whatever its response.
  public RowOutcome decode(Value response, Value status) {
    var failed = statuses.read(text(status));
    if (failed.isPresent()) {
      return failed.get();
    }
    String text = text(response);
    if (text.isBlank()) {
      return new RowOutcome.Missing();
    }
    try {
      JsonNode root = json.readTree(text);
      // A STRING column may hold the JSON once more in quotes.
      JsonNode body = root.isString() ? json.readTree(root.stringValue()) : root;
      return body.isNull() ? new RowOutcome.Missing() : read(body);
    } catch (JacksonException _) {
      return new RowOutcome.Failed(FailureKind.UNREADABLE, 0, text);
    }
  }

  private static RowOutcome read(JsonNode body) {
    TokenUsage tokens = tokens(body.path("usageMetadata"));
    JsonNode candidate = body.path("candidates").path(0);
    if (candidate.isMissingNode()) {
      String reason = body.path("promptFeedback").path("blockReason").asString("");
      return reason.isEmpty()
          ? new RowOutcome.Failed(FailureKind.UNREADABLE, 0, body.toString())
          : new RowOutcome.Blocked(reason, tokens);
    }
    String finish = candidate.path("finishReason").asString("");
    if (POLICIES.contains(finish)) {
      return new RowOutcome.Blocked(finish, tokens);
    }
    JsonNode parts = candidate.path("content").path("parts");
    return hasContent(parts)
        ? new RowOutcome.Answered(
            answer(parts), finish, tokens, body.path("modelVersion").asString(""))
        : new RowOutcome.Failed(FailureKind.NO_CONTENT, 0, finish, tokens);
  }

  /// Whether there is text, or a part that is no text: an image, a function call.
  private static boolean hasContent(JsonNode parts) {
    return parts
        .valueStream()
        .filter(part -> !part.path("thought").asBoolean(false))
        .anyMatch(
            part -> part.has("text") ? !part.path("text").asString("").isEmpty() : !part.isEmpty());
  }

  private static String answer(JsonNode parts) {
    StringBuilder all = new StringBuilder();
    for (JsonNode part : parts) {
      if (!part.path("thought").asBoolean(false)) {
        all.append(part.path("text").asString(""));
      }
    }
    return all.toString();
  }

  private static TokenUsage tokens(JsonNode usage) {
    return new TokenUsage(
        usage.path("promptTokenCount").asLong(0) + usage.path("toolUsePromptTokenCount").asLong(0),
        usage.path("cachedContentTokenCount").asLong(0),
        usage.path("candidatesTokenCount").asLong(0),
        usage.path("thoughtsTokenCount").asLong(0));
  }

  private static Value value(TableSchema schema, Row row, String column) {
    int at = schema.indexOf(column);
    return at < 0 || at >= row.values().size() ? Value.NULL : row.values().get(at);
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.text();
      case Value.Null _, Value.Struct _, Value.Array _ -> "";
    };
  }
}
