package dev.pollux.results;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the `status` of a failed row. It comes as `Bad Request: {"error": …}`, as bare JSON, as
/// plain text, or as a gRPC code with or without its name.
final class StatusText {
  static final Map<String, Integer> CODES =
      Map.ofEntries(
          Map.entry("CANCELLED", 1),
          Map.entry("UNKNOWN", 2),
          Map.entry("INVALID_ARGUMENT", 3),
          Map.entry("DEADLINE_EXCEEDED", 4),
          Map.entry("NOT_FOUND", 5),
          Map.entry("ALREADY_EXISTS", 6),
          Map.entry("PERMISSION_DENIED", 7),
          Map.entry("RESOURCE_EXHAUSTED", 8),
          Map.entry("FAILED_PRECONDITION", 9),
          Map.entry("ABORTED", 10),
          Map.entry("OUT_OF_RANGE", 11),
          Map.entry("UNIMPLEMENTED", 12),
          Map.entry("INTERNAL", 13),
          Map.entry("UNAVAILABLE", 14),
          Map.entry("DATA_LOSS", 15),
          Map.entry("UNAUTHENTICATED", 16));
  private static final Pattern NAMED =
      Pattern.compile("\\b(" + String.join("|", CODES.keySet()) + ")\\b");
  private static final Pattern NUMBERED =
      Pattern.compile("(?i)^(?:error\\s+)?(?:code\\s*)?[:=]?\\s*(\\d{1,3})\\b\\s*[:,-]?\\s*");
  private final JsonMapper json;

  StatusText(JsonMapper json) {
    this.json = json;
  }

  /// Empty when the text says that nothing failed.
  Optional<RowOutcome.Failed> read(String status) {
    String text = status.strip();
    if (text.isEmpty() || text.equals("{}") || text.equals("null") || saysOk(text)) {
      return Optional.empty();
    }
    return Optional.of(inJson(text).orElseGet(() -> plain(text)));
  }

  /// A google.rpc.Status of code 0, which is OK.
  private boolean saysOk(String text) {
    if (!text.startsWith("{")) {
      return false;
    }
    try {
      JsonNode code = json.readTree(text).path("code");
      return code.isIntegralNumber() && code.bigIntegerValue().signum() == 0;
    } catch (JacksonException _) {
      return false;
    }
  }

  private Optional<RowOutcome.Failed> inJson(String text) {
    int brace = text.indexOf('{');
    if (brace < 0) {
      return Optional.empty();
    }
    try {
      JsonNode all = json.readTree(text.substring(brace));
      JsonNode error = all.path("error").isObject() ? all.path("error") : all;
      String message = error.path("message").asString("");
      int code = error.path("code").asInt(CODES.getOrDefault(error.path("status").asString(""), 0));
      if (message.isEmpty() && code == 0) {
        return Optional.empty();
      }
      return Optional.of(failed(code, message.isEmpty() ? text : message));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static RowOutcome.Failed plain(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    Matcher named = NAMED.matcher(text);
    if (named.find()) {
      return failed(CODES.getOrDefault(named.group(1), 0), text);
    }
    if (numbered.find()) {
      return failed(Integer.parseInt(numbered.group(1)), text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return failed(
        lower.contains("deadline exceeded") ? 4 : lower.startsWith("bad request") ? 400 : 0, text);
  }

  private static RowOutcome.Failed failed(int code, String message) {
    return new RowOutcome.Failed(FailureKind.of(code), code, message);
  }
}
