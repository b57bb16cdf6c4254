package dev.pollux.ledger.sql;

import dev.pollux.cloud.Query;
import dev.pollux.code.AnswerSql;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.prompt.RequestSql;
import dev.pollux.results.outcome.FateSql;
import dev.pollux.results.outcome.JoinedColumns;
import dev.pollux.results.outcome.RowFate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The statements of the ledger, each over the rows of a run and what all its jobs wrote: counting,
/// choosing what is asked again, and joining the answers.
///
/// The best answer of a key is the newest whole one, else the newest that was cut, else the last
/// failure.
public final class LedgerSql {
  /// Columns that a table of answers has from the ledger, in lower case.
  static final Set<String> OURS =
      Set.of(
          "request",
          "response",
          "status",
          LedgerTables.KEY,
          JoinedColumns.ATTEMPT,
          JoinedColumns.MODEL);

  private static final String RANK =
      "CASE pollux_fate WHEN 'ANSWERED' THEN 0 WHEN 'TRUNCATED' THEN 1 ELSE 2 END";

  private final LedgerTables tables;
  private final Map<String, Query.Parameter> parameters = new HashMap<>();

  public LedgerSql(LedgerTables tables) {
    this.tables = tables;
    tables.making().ifPresent(query -> parameters.putAll(query.parameters()));
    if (tables.key() == RowKey.REQUEST) {
      parameters.put("model", Query.Parameter.string(tables.model()));
    }
  }

  /// A row for each fate that was met: the fate, how many rows have it, and how many requests those
  /// make.
  public Query count() {
    return query(
        with()
            + "SELECT "
            + fate()
            + " AS fate, COUNT(*) AS affected, COUNT(DISTINCT pollux_rows."
            + LedgerTables.KEY
            + ") AS requests"
            + joined()
            + "\nGROUP BY fate");
  }

  /// One row: how many rows there are, how many different requests those make that have no answer,
  /// and how many have one.
  public Query distinct() {
    return query(
        with()
            + "SELECT COUNT(*) AS affected, COUNT(DISTINCT IF("
            + fate()
            + " = 'ANSWERED', NULL, pollux_rows."
            + LedgerTables.KEY
            + ")) AS requests, COUNTIF("
            + fate()
            + " = 'ANSWERED') AS answered"
            + joined());
  }

  /// Makes the requests of the rows that met one of these fates so far: those alone, each request
  /// once, with its key.
  ///
  /// @param into must be new
  /// @param part of so many; each row is in one of them
  public Query choose(Set<RowFate> fates, TableRef into, int part, int parts) {
    parameters.put(
        "fates",
        new Query.Parameter.Array(
            FieldType.STRING, fates.stream().map(RowFate::name).sorted().toList()));
    String chosen =
        "SELECT pollux_rows."
            + LedgerTables.KEY
            + ", ANY_VALUE("
            + request("pollux_rows.request")
            + ") AS request"
            + joined()
            + "\nWHERE "
            + fate()
            + " IN UNNEST(@fates)\nGROUP BY pollux_rows."
            + LedgerTables.KEY;
    if (parts == 1) {
      return query(RequestSql.making(into) + with() + chosen);
    }
    parameters.put("part", Query.Parameter.int64(part));
    // One worker sorts all that such a window has: keys, not requests.
    return query(
        RequestSql.making(into)
            + with().stripTrailing()
            + ",\npollux_chosen AS ("
            + chosen
            + ")\nSELECT %1$s, request\nFROM pollux_chosen\nWHERE %1$s IN (SELECT %1$s FROM"
                .formatted(LedgerTables.KEY)
            + " pollux_chosen QUALIFY NTILE(%2$d) OVER (ORDER BY %1$s) = @part)"
                .formatted(LedgerTables.KEY, parts));
  }

  /// Makes the table of answers: each row once, with its best answer. Made again it has what came
  /// since.
  ///
  /// @param typed the columns of the answers; none where they are text
  public Query answers(TableRef into, List<Field> typed) {
    List<String> columns = new ArrayList<>();
    tables.columns().forEach(field -> columns.add("pollux_rows.`" + field.name() + "`"));
    columns.add(request("pollux_rows.request") + " AS request");
    columns.add("pollux_best.response");
    columns.add("IFNULL(pollux_best.status, '') AS status");
    columns.add("pollux_best.attempt AS " + JoinedColumns.ATTEMPT);
    columns.add("JSON_VALUE(pollux_best.response, '$.modelVersion') AS " + JoinedColumns.MODEL);
    String read =
        AnswerSql.columns(typed, prefix()).stream()
            .map(",\n  "::concat)
            .collect(Collectors.joining());
    return query(
        "CREATE OR REPLACE TABLE "
            + into.sql()
            + "\nAS "
            + with()
            + "SELECT *"
            + read
            + "\nFROM (SELECT "
            + String.join(", ", columns)
            + joined()
            + ")");
  }

  private String fate() {
    return tables.outputs().isEmpty() ? "'MISSING'" : "IFNULL(pollux_best.pollux_fate, 'MISSING')";
  }

  private String prefix() {
    return tables.columns().stream()
            .anyMatch(field -> field.name().toLowerCase(Locale.ROOT).startsWith("answer"))
        ? "pollux_answer"
        : "answer";
  }

  private Query query(String sql) {
    return new Query(sql, parameters, tables.location(), Optional.empty());
  }

  private String with() {
    if (tables.outputs().isEmpty()) {
      return "WITH pollux_rows AS (" + rows() + ")\n";
    }
    return "WITH pollux_rows AS (" + rows() + "),\npollux_best AS (" + best() + ")\n";
  }

  private String joined() {
    if (tables.outputs().isEmpty()) {
      return "\nFROM pollux_rows";
    }
    return "\nFROM pollux_rows LEFT JOIN pollux_best ON pollux_rows.%1$s = pollux_best.%1$s"
        .formatted(LedgerTables.KEY);
  }

  private String rows() {
    if (tables.key() == RowKey.REQUEST) {
      return "SELECT *, " + fingerprint(tables.rows()) + " AS " + LedgerTables.KEY + from();
    }
    if (tables.keyed()) {
      return "SELECT *, CAST(" + RequestSql.ROW_KEY + " AS STRING) AS " + LedgerTables.KEY + from();
    }
    return "SELECT *, "
        + numbered("pollux_content", "PARTITION BY pollux_content")
        + " AS "
        + LedgerTables.KEY
        + "\nFROM (SELECT *, "
        + content()
        + " AS pollux_content"
        + from()
        + ")";
  }

  private String from() {
    return "\nFROM "
        + tables.making().map(query -> "(" + query.sql() + ")").orElse(tables.rows().ref().sql());
  }

  /// All that was written, with its fate and key, the best of each key first.
  private String best() {
    String all =
        tables.outputs().stream().map(this::written).collect(Collectors.joining("\nUNION ALL "));
    String keyed =
        isKeyed()
            ? "SELECT *, pollux_content AS " + LedgerTables.KEY + "\nFROM (" + FateSql.of(all) + ")"
            : "SELECT *, IF(pollux_keyed, pollux_content, "
                + numbered(
                    "pollux_content",
                    "PARTITION BY attempt, pollux_content ORDER BY " + RANK + ", response")
                + ") AS "
                + LedgerTables.KEY
                + "\nFROM ("
                + FateSql.of(all)
                + ")";
    return "SELECT "
        + LedgerTables.KEY
        + ", attempt, response, status, pollux_fate\nFROM ("
        + keyed
        + ")\nWHERE attempt > 0 OR pollux_fate = 'ANSWERED'"
        + "\nQUALIFY ROW_NUMBER() OVER (PARTITION BY "
        + LedgerTables.KEY
        + " ORDER BY "
        + RANK
        + ", attempt DESC, response) = 1";
  }

  private boolean isKeyed() {
    return tables.key() == RowKey.REQUEST || tables.keyed();
  }

  /// Rows that are equal in all are told apart by counting them: which of them is which is all one.
  private static String numbered(String content, String window) {
    return "CONCAT(" + content + ", '-', CAST(ROW_NUMBER() OVER (" + window + ") AS STRING))";
  }

  private String written(LedgerTables.Output output) {
    boolean keyed = output.has(LedgerTables.KEY);
    String key =
        keyed
            ? LedgerTables.KEY
            : tables.key() == RowKey.REQUEST
                ? fingerprint(output.table())
                : tables.keyed() ? "CAST(" + RequestSql.ROW_KEY + " AS STRING)" : content();
    return "SELECT "
        + key
        + " AS pollux_content, "
        + (keyed ? "TRUE" : "FALSE")
        + " AS pollux_keyed, "
        + output.attempt()
        + " AS attempt, "
        + text(output.table(), "response")
        + " AS response, "
        + text(output.table(), "status")
        + " AS status\nFROM "
        + output.ref().sql();
  }

  /// A hash of all that a row is. The service hands columns on as they are.
  private String content() {
    String columns =
        tables.rows().schema().fields().stream()
            .filter(field -> !field.name().equalsIgnoreCase("request"))
            .map(field -> "`" + field.name() + "`")
            .collect(Collectors.joining(", "));
    String rest = columns.isEmpty() ? "" : ", TO_JSON_STRING(STRUCT(" + columns + "))";
    return "TO_HEX(SHA256(CONCAT(IFNULL(" + request("request") + ", '')" + rest + ")))";
  }

  /// What is the same where the same is asked of the same model; the settings stand in the request.
  private static String fingerprint(TableInfo table) {
    return "TO_HEX(SHA256(CONCAT(@model, '\\n', IFNULL(" + text(table, "request") + ", ''))))";
  }

  private String request(String column) {
    return isJson(tables.rows(), "request") ? "TO_JSON_STRING(" + column + ")" : column;
  }

  /// A column as STRING, NULL where it is NULL.
  private static String text(TableInfo table, String column) {
    return isJson(table, column)
        ? "IF(%1$s IS NULL, NULL, TO_JSON_STRING(%1$s))".formatted(column)
        : column;
  }

  private static boolean isJson(TableInfo table, String column) {
    return table.schema().find(column).filter(f -> f.type() == FieldType.JSON).isPresent();
  }
}
