package dev.pollux.results.outcome;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The [RowFate] of a row as an expression of GoogleSQL: what [Responses] makes of the same row
/// here. JSON is read from text, since a number with too many digits would make PARSE_JSON fail. Of
/// members with one name the first counts: one step after the other, since a path of several steps
/// goes on to the next of them where the first has no such member.
public final class FateSql {
  static final Set<String> PASSING = Set.of("RECITATION", "OTHER", "BLOCKED_REASON_UNSPECIFIED");

  /// What [#read] adds to a row.
  public static final String READ =
      "pollux_f_body, pollux_f_status, pollux_f_candidates, pollux_f_error, pollux_f_candidate,"
          + " pollux_f_answered, pollux_f_finish";

  /// Whether the status of a row that was read says that it failed.
  public static final String SAYS_FAILED =
      "NOT (pollux_f_status IN ('', '{}', 'null') OR (STARTS_WITH(pollux_f_status, '{') AND"
          + " IFNULL(SAFE_CAST(JSON_QUERY(pollux_f_status, '$.code') AS NUMERIC) = 0, FALSE)))";

  /// The parts of a candidate.
  public static final String PARTS =
      "IFNULL(JSON_QUERY_ARRAY(JSON_QUERY(candidate, '$.content'), '$.parts'),"
          + " [JSON_QUERY(JSON_QUERY(candidate, '$.content'), '$.parts')])";

  /// Why a prompt was blocked.
  public static final String BLOCK_REASON =
      "JSON_VALUE(JSON_QUERY(pollux_f_body, '$.promptFeedback'), '$.blockReason')";

  /// A part that answers: see [PartText#answers].
  private static final String ANSWERS =
      "IFNULL(JSON_VALUE(candidate, '$.finishReason'), '') NOT IN "
          + list(Responses.POLICIES)
          + " AND EXISTS(SELECT 1 FROM UNNEST("
          + PARTS
          + ") AS part WHERE IFNULL(JSON_VALUE(part, '$.thought'), '') != 'true' AND (("
          + "STARTS_WITH(JSON_QUERY(part, '$.text'), '\"') AND REGEXP_CONTAINS(JSON_VALUE(part,"
          + " '$.text'), r'[^ \\t\\n\\f\\r]'))"
          + PartText.MEMBERS.stream()
              .map(member -> " OR STARTS_WITH(JSON_QUERY(part, '$." + member + "'), '{')")
              .collect(Collectors.joining())
          + "))";

  /// The candidate that counts: the first that answers, else the first.
  private static final String CHOSEN =
      "(SELECT candidate FROM UNNEST(pollux_f_candidates) AS candidate WITH OFFSET AS place ORDER BY"
          + " IF("
          + ANSWERS
          + ", 0, 1), place LIMIT 1)";

  private FateSql() {}

  /// A query over another: all its columns, and `pollux_fate`.
  ///
  /// @param rows a query with the columns `response` and `status`, both STRING, and none whose name
  ///   begins with `pollux_f_`
  public static String of(String rows) {
    return "SELECT * EXCEPT ("
        + READ
        + ", pollux_f_code, pollux_f_error_code), "
        + fate(FateSql::kind)
        + " AS pollux_fate\nFROM (SELECT *, "
        + code("pollux_f_status")
        + " AS pollux_f_code, "
        + code("pollux_f_error")
        + " AS pollux_f_error_code\nFROM ("
        + read(rows)
        + "))";
  }

  /// A query over another: all its columns, and what the fate is made of, under the names of
  /// [#READ].
  public static String read(String rows) {
    String body =
        "IF(STARTS_WITH(LTRIM(response), '\"'), JSON_VALUE(response, '$'), response) AS"
            + " pollux_f_body, TRIM(IFNULL(status, '')) AS pollux_f_status";
    String read =
        "JSON_QUERY_ARRAY(pollux_f_body, '$.candidates') AS pollux_f_candidates,"
            + " IF(STARTS_WITH(JSON_QUERY(pollux_f_body, '$.error'), '{'), pollux_f_body, NULL) AS"
            + " pollux_f_error";
    String ends =
        "IFNULL(JSON_VALUE(pollux_f_candidate, '$.finishReason'), '') AS pollux_f_finish, IFNULL("
            + ANSWERS.replace("candidate", "pollux_f_candidate")
            + ", FALSE) AS pollux_f_answered";
    return "SELECT *, "
        + ends
        + "\nFROM (SELECT *, "
        + CHOSEN
        + " AS pollux_f_candidate\nFROM (SELECT *, "
        + read
        + "\nFROM (SELECT *, "
        + body
        + "\nFROM ("
        + rows
        + "))))";
  }

  /// The fate of a row that was read.
  ///
  /// @param kind the fate of a row that failed, by the name of its code
  public static String fate(UnaryOperator<String> kind) {
    return "CASE WHEN "
        + SAYS_FAILED
        + " THEN "
        + kind.apply("pollux_f_code")
        + " WHEN TRIM(IFNULL(pollux_f_body, '')) IN ('', 'null') THEN 'MISSING'"
        // A list is read up to where its JSON breaks off.
        + " WHEN JSON_QUERY(pollux_f_body, '$') IS NULL THEN 'UNREADABLE'"
        + " WHEN IFNULL(ARRAY_LENGTH(pollux_f_candidates), 0) = 0 THEN CASE"
        + " WHEN IFNULL("
        + BLOCK_REASON
        + ", '') != '' THEN "
        + blocked(BLOCK_REASON)
        + " WHEN pollux_f_error IS NOT NULL THEN "
        + kind.apply("pollux_f_error_code")
        + " ELSE 'UNREADABLE' END"
        + " WHEN pollux_f_finish IN "
        + list(Responses.POLICIES)
        + " THEN "
        + blocked("pollux_f_finish")
        + " WHEN NOT pollux_f_answered THEN 'NO_CONTENT'"
        + " WHEN pollux_f_finish = 'MAX_TOKENS' THEN 'TRUNCATED'"
        + " WHEN pollux_f_finish IN ('', 'STOP') THEN 'ANSWERED'"
        + " ELSE 'CUT_OFF' END";
  }

  private static String blocked(String reason) {
    return "IF(" + reason + " IN " + list(PASSING) + ", 'BLOCKED_ONCE', 'BLOCKED')";
  }

  /// The code of what a status says: see [StatusText].
  private static String code(String status) {
    String json = "REGEXP_EXTRACT(" + status + ", r'(?s)\\{.*')";
    String names = StatusText.CODES.keySet().stream().sorted().collect(Collectors.joining("|"));
    String said =
        "IF(STARTS_WITH(JSON_QUERY(%1$s, '$.error'), '{'), JSON_VALUE(JSON_QUERY(%1$s,"
            + " '$.error'), '$.%2$s'), JSON_VALUE(%1$s, '$.%2$s'))";
    String code =
        "COALESCE(SAFE_CAST(SAFE_CAST(SAFE_CAST("
            + said.formatted(json, "code")
            // 8.0 is 8, and 8.5 is no code.
            + " AS NUMERIC) AS STRING) AS INT64), "
            + named(said.formatted(json, "status"))
            + ", 0)";
    return "CASE WHEN "
        + code
        + " != 0 OR IFNULL("
        + said.formatted(json, "message")
        + ", '') != '' THEN "
        + code
        + " ELSE COALESCE("
        + named("REGEXP_EXTRACT(" + status + ", r'\\b(" + names + ")\\b')")
        + ", SAFE_CAST(REGEXP_EXTRACT("
        + status
        + ", r'"
        + StatusText.NUMBERED
        + "') AS INT64), "
        + phrase("LOWER(" + status + ")")
        + ", 0) END";
  }

  private static String phrase(String lower) {
    return StatusText.PHRASES.entrySet().stream()
        .map(phrase ->
            " WHEN STRPOS(" + lower + ", '" + phrase.getKey() + "') > 0 THEN " + phrase.getValue())
        .collect(
            Collectors.joining(
                "", "CASE", " WHEN STARTS_WITH(" + lower + ", 'bad request') THEN 400 END"));
  }

  private static String named(String name) {
    return "CASE "
        + name
        + StatusText.CODES.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(code -> " WHEN '" + code.getKey() + "' THEN " + code.getValue())
            .collect(Collectors.joining())
        + " END";
  }

  /// As [FailureKind#of].
  private static String kind(String code) {
    return "CASE WHEN %1$s IN (8, 429) THEN 'CAPACITY' WHEN %1$s IN (4, 408, 504) THEN 'TIMEOUT'"
            .formatted(code)
        + " WHEN %1$s IN (3, 9, 11, 400) THEN 'BAD_REQUEST'".formatted(code)
        + " WHEN %1$s IN (7, 16, 401, 403) THEN 'NOT_ALLOWED'".formatted(code)
        + " WHEN %1$s IN (5, 404) THEN 'NOT_FOUND'".formatted(code)
        + " WHEN %1$s IN (2, 10, 13, 14, 15) OR %1$s BETWEEN 500 AND 599 THEN 'SERVICE'"
            .formatted(code)
        + " ELSE 'OTHER' END";
  }

  static String list(Set<String> words) {
    return new TreeSet<>(words)
        .stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ", "(", ")"));
  }
}
