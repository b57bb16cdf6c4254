package dev.pollux.code;

import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The statement that reads the answers of a job as typed columns: the output table itself holds
/// the service's JSON.
public final class AnswerSql {
  private static final String TEXT =
      "JSON_VALUE(response, '$.candidates[0].content.parts[0].text')";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private AnswerSql() {}

  /// `status` is empty where a row was answered. Lists become ARRAYs, groups STRUCTs. A value that
  /// is not of its type is NULL, and left out of an ARRAY, which can hold no NULL in a result.
  ///
  /// @param answers the members of the answers; none where they are text. Members whose names are
  ///   no names of columns are left out
  public static String of(TableRef output, List<Field> answers) {
    return "SELECT * EXCEPT (request, response)"
        + columns(answers, "answer").stream().map(",\n  "::concat).collect(Collectors.joining())
        + "\nFROM "
        + output.sql();
  }

  /// The same columns, each with its name.
  ///
  /// @param prefix how their names begin: `answer_label`; an answer in text has this name alone
  public static List<String> columns(List<Field> answers, String prefix) {
    return answers.isEmpty()
        ? List.of(TEXT + " AS " + prefix)
        : answers.stream()
            .filter(AnswerSql::isPlain)
            .map(field -> column(field, TEXT, 1) + " AS `" + prefix + "_" + field.name() + "`")
            .toList();
  }

  private static boolean isPlain(Field field) {
    return PLAIN.matcher(field.name()).matches();
  }

  /// @param json SQL of the JSON that has the member
  /// @param depth of lists in lists, so that their elements have different names
  private static String column(Field field, String json, int depth) {
    String at = "(" + json + ", '$." + field.name() + "')";
    if (!field.isRepeated()) {
      return value(field, json, at, depth);
    }
    String item = "item" + depth;
    String value = value(field, item, "(" + item + ", '$')", depth + 1);
    return "ARRAY(SELECT "
        + value
        + " FROM UNNEST(JSON_QUERY_ARRAY"
        + at
        + ") AS "
        + item
        + " WITH OFFSET AS place"
        + depth
        + " WHERE "
        + value
        + " IS NOT NULL ORDER BY place"
        + depth
        + ")";
  }

  /// @param json SQL of the JSON that has the members of a group when it is an element of a list
  /// @param at the arguments that lead to the value
  private static String value(Field field, String json, String at, int depth) {
    return switch (field.type()) {
      case STRING -> "JSON_VALUE" + at;
      // `3.0` is whole, too: JSON knows one kind of number.
      case INT64 -> "SAFE_CAST(REGEXP_REPLACE(JSON_VALUE" + at + ", r'\\.0+$', '') AS INT64)";
      case FLOAT64, BOOL, TIMESTAMP -> "SAFE_CAST(JSON_VALUE" + at + " AS " + field.type() + ")";
      case DATE -> "SAFE.PARSE_DATE('%F', JSON_VALUE" + at + ")";
      case STRUCT -> group(field, field.isRepeated() ? json : "JSON_QUERY" + at, depth);
      case NUMERIC, BIGNUMERIC, BYTES, TIME, DATETIME, INTERVAL, GEOGRAPHY, JSON, RANGE ->
          "JSON_QUERY" + at;
    };
  }

  /// NULL where the answer has no such group. Members without a column's name are left out.
  private static String group(Field field, String json, int depth) {
    String members =
        field.fields().stream()
            .filter(AnswerSql::isPlain)
            .map(member -> column(member, json, depth) + " AS `" + member.name() + "`")
            .collect(Collectors.joining(", "));
    return members.isEmpty()
        ? json
        : "IF(STARTS_WITH(" + json + ", '{'), STRUCT(" + members + "), NULL)";
  }
}
