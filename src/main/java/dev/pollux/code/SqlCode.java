package dev.pollux.code;

import dev.pollux.cloud.Query;
import dev.pollux.domain.table.DatasetRef;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableRef;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The statements of a job, as a person runs them in the console: values stand in them as literals.
public final class SqlCode {
  /// A name between back-ticks is passed over; a parameter is replaced.
  private static final Pattern NAMED = Pattern.compile("`[^`]*`|'[^']*'|@(\\w+)");

  private SqlCode() {}

  /// The request table, then the answers as columns.
  public static String of(CodeJob job) {
    StringBuilder sql = new StringBuilder();
    job.scratch().ifPresent(dataset -> sql.append(schema(job, dataset)).append(";\n\n"));
    job.makes().ifPresent(query -> sql.append(inlined(query)).append(";\n\n"));
    job.copy()
        .ifPresent(copy ->
            sql.append("-- No statement copies between locations; in a shell:\n-- ")
                .append(shellCopy(copy))
                .append("\n\n"));
    sql.append("-- After the job has ended:\n");
    return sql.append(AnswerSql.of(job.request().destination(), job.answers()))
        .append(";\n")
        .toString();
  }

  private static String schema(CodeJob job, DatasetRef dataset) {
    return "CREATE SCHEMA IF NOT EXISTS `%s` OPTIONS (location = '%s', default_table_expiration_days = 14)"
        .formatted(dataset, job.copy().orElseThrow().out());
  }

  /// `bq cp`, as a person types it.
  static String shellCopy(TableCopy copy) {
    return "bq cp -n '" + spoken(copy.from()) + "' '" + spoken(copy.to()) + "'";
  }

  private static String spoken(TableRef table) {
    return table.project() + ":" + table.shortName();
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

  private static String value(Query.@Nullable Parameter value, String as) {
    return switch (value) {
      case Query.Parameter.Scalar scalar -> StringEscapes.python(scalar.value());
      case Query.Parameter.Array array ->
          "["
              + String.join(", ", array.values().stream().map(StringEscapes::python).toList())
              + "]";
      case null -> as;
    };
  }
}
