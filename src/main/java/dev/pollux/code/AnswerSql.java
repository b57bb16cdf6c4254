package dev.pollux.code;

import dev.pollux.domain.Field;
import dev.pollux.domain.TableRef;
import java.util.List;
import java.util.regex.Pattern;

/// The statement that reads the answers of a job as typed columns: the output table itself holds
/// the service's JSON.
public final class AnswerSql {
  private static final String TEXT =
      "JSON_VALUE(response, '$.candidates[0].content.parts[0].text')";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private AnswerSql() {}

  /// `status` is empty where a row was answered.
  ///
  /// @param answers the members of the answers; none where they are text. Members whose names are
  ///   no names of columns are left out
  public static String of(TableRef output, List<Field> answers) {
    StringBuilder sql = new StringBuilder("SELECT * EXCEPT (request, response)");
    if (answers.isEmpty()) {
      sql.append(",\n  ").append(TEXT).append(" AS answer");
    }
    answers.stream()
        .filter(field -> PLAIN.matcher(field.name()).matches())
        .forEach(field ->
            sql.append(",\n  ")
                .append(typed(field))
                .append(" AS `answer_")
                .append(field.name())
                .append('`'));
    return sql.append("\nFROM ").append(output.sql()).toString();
  }

  private static String typed(Field field) {
    String at = "(" + TEXT + ", '$." + field.name() + "')";
    return switch (field.type()) {
      case STRING -> "JSON_VALUE" + at;
      case INT64, FLOAT64, BOOL -> "SAFE_CAST(JSON_VALUE" + at + " AS " + field.type() + ")";
      case NUMERIC,
          BIGNUMERIC,
          BYTES,
          DATE,
          TIME,
          DATETIME,
          TIMESTAMP,
          INTERVAL,
          GEOGRAPHY,
          JSON,
          RANGE,
          STRUCT ->
          "JSON_QUERY" + at;
    };
  }
}
