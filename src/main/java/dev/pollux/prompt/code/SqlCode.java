package dev.pollux.prompt.code;

import dev.pollux.cloud.Query;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The statements of a job, as a person runs them in the console: values stand in them as literals.
public final class SqlCode {
  /// A name between back-ticks is passed over; a parameter is replaced.
  private static final Pattern NAMED = Pattern.compile("`[^`]*`|'[^']*'|@(\\w+)");

  private SqlCode() {}

  /// The request table, then the answers as columns.
  public static String of(CodeJob job) {
    StringBuilder sql = new StringBuilder();
    job.makes().ifPresent(query -> sql.append(inlined(query)).append(";\n\n"));
    sql.append("-- After the job has ended:\n");
    return sql.append(answers(job)).append(";\n").toString();
  }

  /// The statement without parameters.
  static String inlined(Query query) {
    Matcher names = NAMED.matcher(query.sql());
    return names.replaceAll(found ->
        Matcher.quoteReplacement(
            found.group(1) == null
                ? found.group()
                : value(query.parameters().get(found.group(1)), found.group())));
  }

  private static String value(Query.@org.jspecify.annotations.Nullable Parameter value, String as) {
    return switch (value) {
      case Query.Parameter.Scalar scalar -> Literals.quoted(scalar.value());
      case Query.Parameter.Array array ->
          "[" + String.join(", ", array.values().stream().map(Literals::quoted).toList()) + "]";
      case null -> as;
    };
  }

  /// The answer's text, or its members; `status` is empty where a row was answered.
  private static String answers(CodeJob job) {
    String text = "JSON_VALUE(response, '$.candidates[0].content.parts[0].text')";
    StringBuilder sql = new StringBuilder("SELECT * EXCEPT (request, response)");
    if (job.answers().isEmpty()) {
      sql.append(",\n  ").append(text).append(" AS answer");
    }
    for (String name : job.answers()) {
      sql.append(",\n  IFNULL(JSON_VALUE(")
          .append(text)
          .append(", '$.")
          .append(name)
          .append("'), JSON_QUERY(")
          .append(text)
          .append(", '$.")
          .append(name)
          .append("')) AS `answer_")
          .append(name)
          .append('`');
    }
    return sql.append("\nFROM ").append(job.request().destination().sql()).toString();
  }
}
