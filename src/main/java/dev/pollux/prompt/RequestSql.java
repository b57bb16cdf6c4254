package dev.pollux.prompt;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Finding;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.prompt.column.ColumnSql;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The one statement that makes the request table in the cloud, and what it does to columns that
/// may not pass. What people wrote goes in as parameters; names stand between back-ticks.
///
/// The row key tells rows apart: jobs return them in any order
/// (https://github.com/googleapis/python-aiplatform/issues/1166) and refuse a key field
/// (https://github.com/googleapis/python-aiplatform/issues/4514). It is random, made by each worker
/// for itself: a number would be counted by one worker over all rows, prompts and all
/// (https://docs.cloud.google.com/bigquery/docs/best-practices-performance-compute, "resources
/// exceeded").
///
/// The table expires by itself: it is of use while the job may wait (72 h) and run (24 h), and for
/// a while after.
public record RequestSql(Query query, List<Finding> notes) {
  public static final String ROW_KEY = "pollux_row_key";

  private static final String ROWS = "\nAS ";

  /// Days that a request table lasts.
  public static final int DAYS = 14;

  /// What the service and Pollux put beside the answers.
  private static final Set<String> RESERVED =
      Set.of("request", "response", "status", "processed_time", ROW_KEY);

  public RequestSql {
    notes = List.copyOf(notes);
  }

  /// Of a table of any kind.
  ///
  /// @param key makes the marks around values, where the specification is guarded
  /// @param passed names of the columns that go beside the answers
  /// @param requestTable where the requests go; must be new
  public static RequestSql of(
      TableInfo table,
      RequestSpec spec,
      MarkKey key,
      RowChoice choice,
      Set<String> passed,
      TableRef requestTable) {
    return new Statement(table.schema(), spec, key, requestTable)
        .made(
            AskedRows.of(table, spec, choice),
            table.schema().fields().stream().filter(f -> passed.contains(f.name())).toList(),
            table.location());
  }

  /// Of a plain table, all of whose columns go beside the answers.
  ///
  /// @param key makes the marks around values, where the specification is guarded
  /// @param requestTable where the requests go; must be new
  public static RequestSql of(
      TableRef source,
      TableSchema schema,
      RequestSpec spec,
      MarkKey key,
      RowChoice choice,
      TableRef requestTable,
      Location location) {
    return new Statement(schema, spec, key, requestTable)
        .made(AskedRows.of(source, schema, spec, choice), schema.fields(), location);
  }

  private record Statement(
      TableSchema schema, RequestSpec spec, MarkKey key, TableRef requestTable) {
    RequestSql made(RowFilter rows, List<Field> passing, Location location) {
      List<Finding> notes = new ArrayList<>();
      List<String> columns = new ArrayList<>();
      columns.add("GENERATE_UUID() AS " + ROW_KEY);
      Set<String> taken = new HashSet<>(RESERVED);
      schema.fields().forEach(field -> taken.add(lower(field.name())));
      passing.forEach(field -> columns.add(passed(field, taken, notes)));
      Map<String, Query.Parameter> parameters = new HashMap<>();
      columns.add(
          RequestColumn.sql(RequestShape.of(spec, schema, key), parameters) + " AS request");
      String sql =
          making(requestTable)
              + "SELECT\n  "
              + String.join(",\n  ", columns)
              + "\nFROM "
              + rows.sql(parameters);
      return new RequestSql(new Query(sql, parameters, location, Optional.empty()), notes);
    }
  }

  /// How a statement begins that makes a table which ends by itself.
  public static String making(TableRef table) {
    return "CREATE TABLE "
        + table.sql()
        + "\nOPTIONS (expiration_timestamp ="
        + " TIMESTAMP_ADD(CURRENT_TIMESTAMP(), INTERVAL "
        + DAYS
        + " DAY))"
        + ROWS;
  }

  /// The rows of a statement that makes requests, without the table: to be looked at where the
  /// dataset is not there so far.
  public static Query rows(Query makes) {
    String sql = makes.sql();
    return new Query(
        sql.substring(sql.indexOf(ROWS) + ROWS.length()),
        makes.parameters(),
        makes.location(),
        Optional.empty());
  }

  /// Makes a table with nothing in it: tried without being run, it says whether tables may be made
  /// there.
  public static Query empty(TableRef table, Location location) {
    return new Query(
        "CREATE TABLE " + table.sql() + " AS SELECT 1 AS x", Map.of(), location, Optional.empty());
  }

  private static String passed(Field field, Set<String> taken, List<Finding> notes) {
    boolean reserved = RESERVED.contains(lower(field.name()));
    String name = reserved ? free(field.name(), taken) : field.name();
    if (reserved) {
      notes.add(Finding.warning("sql.renamed", field.name(), name));
    }
    if (!ColumnSql.mayPass(field)) {
      notes.add(Finding.warning("sql.converted", field.name(), field.typeName()));
    }
    String value = ColumnSql.passing(field);
    return value.equals(ColumnSql.quoted(field)) && !reserved
        ? value
        : value + " AS `" + name + "`";
  }

  /// `status_input`, or `status_input2` where the table has that too.
  private static String free(String name, Set<String> taken) {
    String free = name + "_input";
    for (int i = 2; !taken.add(lower(free)); i++) {
      free = name + "_input" + i;
    }
    return free;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
