package dev.pollux.sandbox.store.engine;

import dev.pollux.sandbox.store.engine.StoreFailure.Kind;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// DuckDB's messages as the service would say them: without the names of exceptions and without
/// pointers into translated SQL, in [ZetaSQL's
/// words](https://github.com/google/zetasql/tree/master/zetasql/public/functions) where the case is
/// known.
public final class DuckErrors {
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:[a-z]+\\.)+[A-Za-z]+(?:Exception|Error): |[A-Z][A-Za-z-]*(?: [A-Za-z-]+)* Error: )+");

  /// What a function of ours threw, behind DuckDB's own prefixes.
  private static final Pattern OURS =
      Pattern.compile(
          "(?:[A-Z][A-Za-z-]*(?: [A-Za-z-]+)* Error: )*(?:[a-z]+\\.)+[A-Za-z]+Exception: ");

  /// Where a function of ours threw: DuckDB hands on the lines of the stack too.
  private static final Pattern TRACE =
      Pattern.compile("\\n\\tat ([\\w.$/@-]+)\\(.*", Pattern.DOTALL);

  private static final Map<Pattern, String> KNOWN = known();

  /// Where nothing better is known.
  private static final String UNKNOWN =
      "An internal error occurred and the request could not be completed.";

  private DuckErrors() {}

  private static Map<Pattern, String> known() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(
        "Overflow in (?:addition|subtraction|multiplication) of INT64 \\((.*)\\)!",
        "int64 overflow: $1");
    words.put("Overflow in negation of numeric value!", "int64 overflow: --9223372036854775808");
    words.put("Type INT128 with value \\S+ can't be cast .* INT64.*", "int64 overflow");
    words.put("Type INT64 with value (\\S+) can't be cast .* INT32.*", "int64 out of range: $1");
    words.put("Overflow on abs\\((.*)\\)", "int64 overflow: ABS($1)");
    words.put("Overflow in division of (.*)", "int64 overflow: $1");
    words.put("Overflow in (?:addition|subtraction|add|subtract) of DECIMAL.*", "numeric overflow");
    words.put("Overflow in SUM of DECIMAL.*", "numeric overflow: SUM");
    words.put("Failed to cast decimal value (\\S+) to type INT64.*", "int64 out of range: $1");
    words.put("Overflow in HUGEINT addition.*", "numeric overflow: SUM");
    words.put(
        "(?:Date|Timestamp|Interval) (?:value |microseconds )?out of range.*",
        "Date or time out of range");
    words.put(
        "Argument for ntile must be greater than zero",
        "The N value (number of buckets) for the NTILE function must be positive");
    words.put("Type DOUBLE with value (\\S+) can't be cast .* INT64.*", "int64 out of range: $1");
    words.put(
        "More than one row returned by a subquery.*",
        "Scalar subquery produced more than one element");
    words.put(
        "Could not parse string \"(.*)\" according to format specifier .*",
        "Failed to parse input string \"$1\"");
    words.put("Could not decode string .* as base64.*", "Failed to decode invalid base64 string");
    words.put("Invalid input for hex digit:.*", "Failed to decode invalid hexadecimal string");
    words.put(
        "((?:missing|no argument for|invalid|bad|unexpected|trailing|unterminated|repetition) (?:\\)|\\]|\\\\|perl|named|escape|character|repetition|nested|UTF-8).*)",
        "Cannot parse regular expression: $1");
    words.put("NOT NULL constraint failed: \\S+?\\.(.*)", "Required field $1 cannot be null");
    Map<Pattern, String> patterns = new LinkedHashMap<>();
    words.forEach((from, to) -> patterns.put(Pattern.compile(from, Pattern.DOTALL), to));
    return patterns;
  }

  /// What the engine calls its errors when it reads a statement; others it meets in the rows.
  private static final Pattern READING =
      Pattern.compile("(?:Binder|Catalog|Parser|Not implemented|INTERNAL) Error: ");

  /// What the service would say. What DuckDB says in words of its own is the cause of the failure,
  /// and never goes further: it speaks of a statement that nobody wrote. Who cannot say it better
  /// logs it; for a file that is no Parquet there is nothing to log.
  static StoreFailure failure(SQLException e) {
    Matcher trace = TRACE.matcher(String.valueOf(e.getMessage()));
    // What the JDK throws has words that nobody here wrote.
    boolean ours = !trace.find() || trace.group(1).startsWith("dev.pollux.");
    String message = trace.replaceFirst("").stripLeading();
    if (message.startsWith("INTERRUPT")) {
      return new StoreFailure(
          Kind.STOPPED, "Job execution was cancelled: User requested cancellation", e);
    }
    if (message.startsWith("Out of Memory Error") || message.contains("std::bad_alloc")) {
      return new StoreFailure(Kind.TOO_COMPLEX, StoreFailure.MEMORY, e);
    }
    if (message.contains("Max expression depth limit")) {
      return new StoreFailure(Kind.TOO_COMPLEX, StoreFailure.COMPLEX, e);
    }
    return said(message, ours)
        .map(words -> new StoreFailure(Kind.INVALID_QUERY, words, e))
        .orElseGet(() -> new StoreFailure(Kind.INTERNAL, UNKNOWN, e));
  }

  /// What of a statement is not served, of which the engine spoke in words of its own.
  public static String unserved(StoreFailure failure) {
    boolean whole =
        failure.getCause() instanceof SQLException e
            && READING.matcher(String.valueOf(e.getMessage())).lookingAt();
    return whole
        ? "This combination of functions, types and clauses is not served by the sandbox"
        : "A value that this statement meets or makes is not served by the sandbox";
  }

  private static Optional<String> said(String message, boolean ours) {
    String bare = PREFIX.matcher(message).replaceFirst("");
    for (Map.Entry<Pattern, String> entry : KNOWN.entrySet()) {
      Matcher matcher = entry.getKey().matcher(bare);
      if (matcher.matches()) {
        return Optional.of(matcher.replaceFirst(entry.getValue()));
      }
    }
    return ours && OURS.matcher(message).lookingAt() ? Optional.of(bare) : Optional.empty();
  }
}
