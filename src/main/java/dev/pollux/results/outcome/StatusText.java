package dev.pollux.results.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the `status` of a failed row. It comes as `Bad Request: {"error": …}`, as bare JSON, as
/// plain text, or as a gRPC code with or without its name. [FateSql] reads the same in the cloud:
/// the first of equal members counts, a code is a whole number however it is written, and blanks
/// are those of Unicode.
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

  /// What TRIM of GoogleSQL takes away, at both ends.
  private static final Pattern BLANKS =
      Pattern.compile("\\A\\p{IsWhite_Space}+|\\p{IsWhite_Space}+\\z");

  /// Digits of NUMERIC behind the point.
  private static final int SCALE = 9;

  /// More digits than any code and any NUMERIC has.
  private static final int LONGEST = 40;

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

  StatusText(JsonMapper json) {
    this.json = json;
  }

  /// Empty when the text says that nothing failed.
  Optional<RowOutcome.Failed> read(String status) {
    String text = BLANKS.matcher(status).replaceAll("");
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
      JsonNode code = firstObject(text).path("code");
      return code.isNumber() && wholeNumber(code).equals(OptionalLong.of(0));
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
      JsonNode all = firstObject(text.substring(brace));
      JsonNode error = all.path("error").isObject() ? all.path("error") : all;
      String message = error.path("message").asString("");
      long said =
          wholeNumber(error.path("code"))
              .orElse(CODES.getOrDefault(error.path("status").asString(""), 0));
      int code = Math.clamp(said, Integer.MIN_VALUE, Integer.MAX_VALUE);
      if (message.isEmpty() && code == 0) {
        return Optional.empty();
      }
      return Optional.of(failed(code, message.isEmpty() ? text : message));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// The number that a member is or, as text, has; 8.0 is 8, and 8.5 is none.
  private static OptionalLong wholeNumber(JsonNode code) {
    if (!code.isNumber() && !code.isString()) {
      return OptionalLong.empty();
    }
    String text = code.asString().strip();
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.precision() - number.scale()) > LONGEST) {
        return OptionalLong.empty();
      }
      return OptionalLong.of(number.setScale(SCALE, RoundingMode.HALF_UP).longValueExact());
    } catch (ArithmeticException | NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  private JsonNode firstObject(String text) {
    return FirstMembers.first(
        json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS), text);
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
