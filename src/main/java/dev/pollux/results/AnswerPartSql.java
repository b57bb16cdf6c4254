package dev.pollux.results;

import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.SqlLiteral;
import dev.pollux.results.outcome.FateSql;
import dev.pollux.results.outcome.PartText;
import dev.pollux.results.outcome.UsageFigures;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// [AnswerPart]s as columns of GoogleSQL: what [dev.pollux.results.outcome.Responses] and
/// [AnswerMembers] make of the same rows here.
public final class AnswerPartSql {
  /// A number of JSON, also where it stands between quotes.
  static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");

  /// A path has no way to say these.
  private static final Pattern UNSAID = Pattern.compile("[\"\\\\\\p{Cntrl}]");

  /// More than that behind an object is no stray end.
  private static final int MOST_STRAY = 200;

  private static final String THOUGHT = "IFNULL(JSON_VALUE(part, '$.thought'), '') = 'true'";
  private static final String MADE = "pollux_f_fate, pollux_f_text, pollux_f_bare, pollux_f_object";

  private AnswerPartSql() {}

  /// Whether the part can be asked for.
  public static boolean canSay(AnswerPart part) {
    return !(part instanceof AnswerPart.Member(String name, FieldType _))
        || !(name.isEmpty() || UNSAID.matcher(name).find());
  }

  /// A query over another: all its columns, and the parts under their names.
  ///
  /// @param rows as in [FateSql#of]
  /// @param parts by the names of their columns; [#canSay] each of them
  public static String of(String rows, Map<String, AnswerPart> parts) {
    String columns =
        parts.entrySet().stream()
            .map(part -> sql(part.getValue()) + " AS " + part.getKey())
            .collect(Collectors.joining(", "));
    return "SELECT * EXCEPT ("
        + FateSql.READ
        + ", "
        + MADE
        + "), "
        + columns
        + "\nFROM (SELECT *, "
        + object()
        + " AS pollux_f_object\nFROM (SELECT *, REGEXP_REPLACE(TRIM(pollux_f_text),"
        + " r'^```[A-Za-z]*\\s*', '') AS pollux_f_bare\nFROM (SELECT *, "
        + text()
        + " AS pollux_f_text\nFROM (SELECT *, "
        + FateSql.fate(_ -> "'FAILED'")
        + " AS pollux_f_fate\nFROM ("
        + FateSql.read(rows)
        + ")))))";
  }

  private static String sql(AnswerPart part) {
    return switch (part) {
      case AnswerPart.Text _ -> "pollux_f_text";
      case AnswerPart.Ending ending -> ending(ending);
      case AnswerPart.Tokens _ -> tokens();
      case AnswerPart.Member member -> member(member);
    };
  }

  /// As [PartText], part by part.
  private static String text() {
    String some =
        "CASE WHEN STARTS_WITH(JSON_QUERY(part, '$.text'), '\"') THEN JSON_VALUE(part, '$.text')"
            + List.of("inlineData", "fileData").stream()
                .map(
                    " WHEN STARTS_WITH(JSON_QUERY(part, '$.%1$s'), '{') THEN CONCAT('[', IFNULL(JSON_VALUE(part, '$.%1$s.mimeType'), '%1$s'), ']')"
                        ::formatted)
                .collect(Collectors.joining())
            + List.of("executableCode.code", "codeExecutionResult.output").stream()
                .map(
                    " WHEN STARTS_WITH(JSON_QUERY(part, '$.%1$s'), '\"') THEN JSON_VALUE(part, '$.%1$s')"
                        ::formatted)
                .collect(Collectors.joining())
            + PartText.MEMBERS.stream()
                .map(
                    " WHEN JSON_QUERY(part, '$.%s') IS NOT NULL THEN JSON_QUERY(part, '$')"
                        ::formatted)
                .collect(Collectors.joining())
            + " ELSE '' END";
    String all =
        "(SELECT STRING_AGG("
            + some
            + ", '' ORDER BY part_place) FROM UNNEST("
            + FateSql.PARTS.replace("candidate", "pollux_f_candidate")
            + ") AS part WITH OFFSET AS part_place WHERE STARTS_WITH(JSON_QUERY(part, '$'), '{') AND NOT "
            + THOUGHT
            + ")";
    return "IF(pollux_f_fate IN ('ANSWERED', 'TRUNCATED'), " + all + ", NULL)";
  }

  /// As [AnswerObject]: a stray end behind the object is left out.
  private static String object() {
    String shorter = "SUBSTR(pollux_f_bare, 1, CHAR_LENGTH(pollux_f_bare) - stray)";
    return "CASE WHEN NOT STARTS_WITH(pollux_f_bare, '{') THEN NULL WHEN "
        + isJson("pollux_f_bare")
        + " THEN pollux_f_bare ELSE (SELECT "
        + shorter
        + " FROM UNNEST(GENERATE_ARRAY(1, LEAST("
        + MOST_STRAY
        + ", CHAR_LENGTH(REGEXP_EXTRACT(pollux_f_bare, r'[\\s.,;`}\\])\"]*$')) - 1))) AS stray WHERE "
        + isJson(shorter)
        + " LIMIT 1) END";
  }

  /// JSON_QUERY reads up to where it has what it looks for, and takes apostrophes for quotes;
  /// PARSE_JSON refuses numbers beyond FLOAT64 and half a surrogate pair, which stand for nothing
  /// here.
  private static String isJson(String text) {
    return "SAFE.PARSE_JSON(REGEXP_REPLACE(REGEXP_REPLACE("
        + text
        + ", r'([:\\[,\\s]-?\\d+(?:\\.\\d+)?)[eE][+-]?\\d{3,}', r'\\1'),"
        + " r'\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}', r'\\\\u0041'), wide_number_mode=>'round') IS NOT"
        + " NULL";
  }

  private static String ending(AnswerPart.Ending said) {
    String failed = SqlLiteral.quoted(said.failed());
    return "CASE WHEN "
        + FateSql.SAYS_FAILED
        + " THEN "
        + failed
        + " WHEN pollux_f_fate = 'MISSING' THEN "
        + SqlLiteral.quoted(said.missing())
        + " WHEN pollux_f_fate = 'TRUNCATED' THEN "
        + SqlLiteral.quoted(said.cut())
        + " WHEN pollux_f_fate = 'ANSWERED' THEN pollux_f_finish"
        + " WHEN pollux_f_fate IN ('BLOCKED', 'BLOCKED_ONCE') THEN"
        + " IF(ARRAY_LENGTH(pollux_f_candidates) > 0, pollux_f_finish, "
        + FateSql.BLOCK_REASON
        + ")"
        + " WHEN pollux_f_fate IN ('NO_CONTENT', 'CUT_OFF') AND pollux_f_finish != '' THEN"
        + " pollux_f_finish ELSE "
        + failed
        + " END";
  }

  /// As [UsageFigures]: what is left of the total is somebody's, too.
  private static String tokens() {
    String sum =
        List.of(
                "promptTokenCount",
                "toolUsePromptTokenCount",
                "candidatesTokenCount",
                "thoughtsTokenCount")
            .stream()
            .map(AnswerPartSql::figure)
            .collect(Collectors.joining(" + "));
    return "IF("
        + FateSql.SAYS_FAILED
        + " OR JSON_QUERY(pollux_f_body, '$') IS NULL"
        + " OR (IFNULL(ARRAY_LENGTH(pollux_f_candidates), 0) = 0 AND pollux_f_error IS NOT NULL AND"
        + " IFNULL("
        + FateSql.BLOCK_REASON
        + ", '') = ''), NULL,"
        + " NULLIF(GREATEST("
        + sum
        + ", "
        + figure("totalTokenCount")
        + "), 0))";
  }

  private static String figure(String name) {
    String json = "JSON_QUERY(pollux_f_body, '$.usageMetadata." + name + "')";
    return "IFNULL(LEAST(GREATEST(IF(REGEXP_CONTAINS("
        + json
        + ", r'^(-?\\d{1,19}|\"\\d{1,15}\")$'), SAFE_CAST(TRIM("
        + json
        + ", '\"') AS INT64), NULL), 0), "
        + UsageFigures.MOST
        + "), 0)";
  }

  /// As [AnswerMembers#typed].
  private static String member(AnswerPart.Member member) {
    String path = "(pollux_f_object, " + SqlLiteral.quoted("$.\"" + member.name() + "\"") + ")";
    String json = "JSON_QUERY" + path;
    String value = "JSON_VALUE" + path;
    String number =
        "IF(REGEXP_CONTAINS(%1$s, r'^%2$s$') AND NOT IS_INF(SAFE_CAST(%1$s AS FLOAT64)), SAFE_CAST(%1$s AS FLOAT64), NULL)"
            .formatted(value, NUMBER);
    return switch (member.type()) {
      case STRING ->
          "IF(REGEXP_CONTAINS("
              + json
              + ", r'^-?\\d+[.eE]'), CAST("
              + number
              + " AS STRING), "
              + value
              + ")";
      case INT64 ->
          "IF(REGEXP_CONTAINS(%1$s, r'^%2$s$'), SAFE_CAST(%1$s AS INT64), IF(ABS(%3$s) < 1e15 AND %3$s = TRUNC(%3$s), CAST(%3$s AS INT64), NULL))"
              .formatted(value, WHOLE, number);
      case FLOAT64 -> number;
      case BOOL -> "IF(%1$s IN ('true', 'false'), %1$s = 'true', NULL)".formatted(value);
      case JSON -> json;
      case BYTES,
          NUMERIC,
          BIGNUMERIC,
          TIMESTAMP,
          DATE,
          TIME,
          DATETIME,
          INTERVAL,
          GEOGRAPHY,
          RANGE,
          STRUCT ->
          throw new IllegalArgumentException("no member has the type " + member.type());
    };
  }
}
