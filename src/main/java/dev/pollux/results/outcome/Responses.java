package dev.pollux.results.outcome;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a batch job wrote: from `response` and `status` to an [RowOutcome]. Nothing in a
/// response is taken for granted, since fields are left out at the service's pleasure.
public final class Responses {
  public static final String RESPONSE = "response";
  public static final String STATUS = "status";
  static final Set<String> POLICIES =
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

  /// The finish reasons of an answer: the model came to its end, or to the limit on its tokens.
  private static final Set<String> ENDS = Set.of("", "STOP", "MAX_TOKENS");

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
      JsonNode root = FirstMembers.whole(json.reader(), text);
      // A STRING column may hold the JSON once more in quotes.
      JsonNode body =
          root.isString() ? FirstMembers.whole(json.reader(), root.stringValue()) : root;
      return body.isNull() || body.isMissingNode() ? new RowOutcome.Missing() : read(body);
    } catch (JacksonException _) {
      return new RowOutcome.Failed(FailureKind.UNREADABLE, 0, text);
    }
  }

  private RowOutcome read(JsonNode body) {
    TokenUsage tokens = UsageFigures.of(body.path("usageMetadata"));
    JsonNode candidates = body.path("candidates");
    if (!candidates.isArray() || candidates.isEmpty()) {
      return withoutCandidate(body, tokens);
    }
    JsonNode candidate = chosen(candidates);
    String finish = candidate.path("finishReason").asString("");
    if (POLICIES.contains(finish)) {
      return new RowOutcome.Blocked(finish, tokens);
    }
    List<JsonNode> parts = parts(candidate);
    if (parts.stream().noneMatch(PartText::answers)) {
      return new RowOutcome.Failed(FailureKind.NO_CONTENT, 0, finish, tokens);
    }
    return ENDS.contains(finish)
        ? new RowOutcome.Answered(
            parts.size() == 1
                ? PartText.of(parts.getFirst())
                : parts.stream().map(PartText::of).collect(Collectors.joining()),
            finish,
            tokens,
            body.path("modelVersion").asString(""))
        : new RowOutcome.Failed(FailureKind.CUT_OFF, 0, finish, tokens);
  }

  /// The first that answers; nearly always there is only one.
  private static JsonNode chosen(JsonNode candidates) {
    return candidates.size() == 1
        ? candidates.get(0)
        : candidates.valueStream().filter(Responses::answers).findFirst().orElse(candidates.get(0));
  }

  private RowOutcome withoutCandidate(JsonNode body, TokenUsage tokens) {
    String reason = body.path("promptFeedback").path("blockReason").asString("");
    if (!reason.isEmpty()) {
      return new RowOutcome.Blocked(reason, tokens);
    }
    return (body.path("error").isObject()
            ? statuses.read(body.toString())
            : Optional.<RowOutcome.Failed>empty())
        .orElseGet(() -> new RowOutcome.Failed(FailureKind.UNREADABLE, 0, body.toString(), tokens));
  }

  private static boolean answers(JsonNode candidate) {
    return !POLICIES.contains(candidate.path("finishReason").asString(""))
        && parts(candidate).stream().anyMatch(PartText::answers);
  }

  /// Those that say something: no thoughts, no empty text.
  private static List<JsonNode> parts(JsonNode candidate) {
    JsonNode parts = candidate.path("content").path("parts");
    List<JsonNode> saying = new ArrayList<>(1);
    for (JsonNode part : parts.isObject() ? List.of(parts) : parts) {
      if (part.isObject()
          && !part.path("thought").asBoolean(false)
          && !PartText.of(part).isEmpty()) {
        saying.add(part);
      }
    }
    return saying;
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
