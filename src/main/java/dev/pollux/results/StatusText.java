package dev.pollux.results;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
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

  /// A number at the begin, perhaps behind a word that says what it is.
  static final String NUMBERED =
      "(?i)^(?:http(?:/[\\d.]+)?\\s+)?(?:error[\\s:]+)?(?:status\\s*)?(?:code\\s*)?[:=]?\\s*(\\d{1,3})\\b";

  /// What Google's servers and those in between say without a code, in small letters; the first
  /// that is met counts.
  static final Map<String, Integer> PHRASES = phrases();

  private static final Pattern NUMBER = Pattern.compile(NUMBERED);
  private final JsonMapper json;

  private static Map<String, Integer> phrases() {
    Map<String, Integer> codes = new LinkedHashMap<>();
    codes.put("deadline exceeded", 4);
    codes.put("deadlineexceeded", 4);
    codes.put("gateway timeout", 504);
    codes.put("resource exhausted", 8);
    codes.put("resource has been exhausted", 8);
    codes.put("resourceexhausted", 8);
    codes.put("quota exceeded", 8);
    codes.put("too many requests", 429);
    codes.put("currently unavailable", 14);
    codes.put("service unavailable", 503);
    codes.put("code = unavailable", 14);
    codes.put("bad gateway", 502);
    codes.put("internal error", 13);
    codes.put("internal server error", 500);
    codes.put("code = internal", 13);
    return codes;
  }

  private final ObjectReader first;

  StatusText(JsonMapper json) {
    this.json = json;
    first = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
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
      // What stands behind the object is not of it.
      JsonNode all = first.readTree(text.substring(brace));
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
    Matcher numbered = NUMBER.matcher(text);
    Matcher named = NAMED.matcher(text);
    if (named.find()) {
      return failed(CODES.getOrDefault(named.group(1), 0), text);
    }
    if (numbered.find()) {
      return failed(Integer.parseInt(numbered.group(1)), text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    int code = lower.startsWith("bad request") ? 400 : 0;
    return failed(
        PHRASES.entrySet().stream()
            .filter(phrase -> lower.contains(phrase.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(code),
        text);
  }

  private static RowOutcome.Failed failed(int code, String message) {
    return new RowOutcome.Failed(FailureKind.of(code), code, message);
  }
}
