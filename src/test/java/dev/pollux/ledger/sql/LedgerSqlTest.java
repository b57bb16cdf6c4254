package dev.pollux.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cloud.Query;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.ZetaSqlOracle;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The statements of the ledger, analysed and run by Google's own GoogleSQL. The sandbox runs them
/// in `RetriesTest`.
class LedgerSqlTest {
  private static final TableRef INTO = table("into");
  private static ZetaSqlOracle oracle;

  private static TableRef table(String name) {
    return new TableRef("p-1", "d", name);
  }

  private static String good(String label, String finish) {
    return "'"
        + "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{\\\\\"label\\\\\":\\\\\"%s\\\\\"}\"}]},\"finishReason\":\"%s\"}],\"modelVersion\":\"m\"}"
            .formatted(label, finish)
        + "'";
  }

  @BeforeAll
  static void tables() {
    oracle =
        new ZetaSqlOracle()
            .table(
                "p-1.d.rows",
                "SELECT n AS pollux_row_key, CONCAT('t', CAST(n AS STRING)) AS title,"
                    + " IF(n = 6, 'ask 1', CONCAT('ask ', CAST(n AS STRING))) AS request"
                    + " FROM UNNEST([1, 2, 3, 4, 5, 6]) AS n")
            .table(
                "p-1.d.first",
                outcome("1", good("a", "STOP"), "''", "PARSE_JSON(%s)")
                    + " UNION ALL "
                    + outcome("2", "NULL", "'code 8: quota'", "PARSE_JSON(%s)")
                    + " UNION ALL "
                    + outcome("3", good("c", "MAX_TOKENS"), "''", "PARSE_JSON(%s)")
                    + " UNION ALL "
                    + outcome("5", "NULL", "'code 3: bad'", "PARSE_JSON(%s)")
                    + " UNION ALL "
                    + outcome("6", "NULL", "'code 4: late'", "PARSE_JSON(%s)"))
            .table(
                "p-1.d.second",
                "SELECT '2' AS pollux_ledger_key, 'ask 2' AS request, "
                    + good("b", "STOP")
                    + " AS response, '' AS status UNION ALL SELECT '3', 'ask 3', "
                    + good("later", "MAX_TOKENS")
                    + ", '' UNION ALL SELECT '4', 'ask 4', NULL, 'code 13: broken'")
            .table(
                "p-1.d.own",
                "SELECT id, PARSE_JSON(request) AS request FROM UNNEST([STRUCT(1 AS id, '{\"a\":1}' AS"
                    + " request), (1, '{\"a\":1}'), (1, '{\"a\":1}'), (2, '{\"a\":1}'), (3,"
                    + " '{\"a\":3}')])")
            .table(
                "p-1.d.own_first",
                "SELECT id, PARSE_JSON(request) AS request, response, status FROM UNNEST([STRUCT(1"
                    + " AS id, '{\"a\":1}' AS request, CAST(NULL AS STRING) AS response, 'code 8: q'"
                    + " AS status), (1, '{\"a\":1}', "
                    + good("a", "STOP")
                    + ", ''), (1, '{\"a\":1}', NULL, 'code 8: q'), (2, '{\"a\":1}', "
                    + good("b", "STOP")
                    + ", '')])");
  }

  private static String outcome(String n, String response, String status, String form) {
    return "SELECT %1$s AS pollux_row_key, 't%1$s' AS title, %2$s AS request, %3$s AS response, %4$s AS status"
        .formatted(
            n,
            n.equals("6") ? "'ask 1'" : "'ask " + n + "'",
            response.equals("NULL") ? "CAST(NULL AS JSON)" : form.formatted(response),
            status);
  }

  private static TableInfo info(String name, Field... fields) {
    return new TableInfo(
        table(name),
        TableKind.TABLE,
        Location.US_CENTRAL1,
        new TableSchema(Arrays.asList(fields)),
        6,
        1,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        "");
  }

  private static Field text(String name) {
    return Field.of(name, FieldType.STRING);
  }

  private static Field json(String name) {
    return Field.of(name, FieldType.JSON);
  }

  private static final Field NUMBER = Field.of("pollux_row_key", FieldType.INT64);
  private static final LedgerTables.Output FIRST =
      new LedgerTables.Output(
          info("first", NUMBER, text("title"), text("request"), json("response"), text("status")),
          1);
  private static final LedgerTables.Output SECOND =
      new LedgerTables.Output(
          info("second", text(LedgerTables.KEY), text("request"), text("response"), text("status")),
          2);

  private static LedgerTables made(RowKey key, LedgerTables.Output... outputs) {
    return new LedgerTables(
        info("rows", NUMBER, text("title"), text("request")),
        true,
        List.of(outputs),
        key,
        "publishers/google/models/m");
  }

  private static LedgerTables own(LedgerTables.Output... outputs) {
    return new LedgerTables(
        info("own", Field.of("id", FieldType.INT64), json("request")),
        false,
        List.of(outputs),
        RowKey.ROW,
        "m");
  }

  private static List<String> rows(Query query) {
    return MadeRequests.evaluate(oracle, query).rows().stream()
        .map(row -> String.join(" ", row).replace("\"", ""))
        .sorted()
        .toList();
  }

  @Test
  void theNewestGoodAnswerCounts() {
    assertThat(rows(new LedgerSql(made(RowKey.ROW, FIRST)).count()))
        .containsExactly(
            "ANSWERED 1 1",
            "BAD_REQUEST 1 1",
            "CAPACITY 1 1",
            "MISSING 1 1",
            "TIMEOUT 1 1",
            "TRUNCATED 1 1");
    assertThat(rows(new LedgerSql(made(RowKey.ROW, FIRST, SECOND)).count()))
        .containsExactly(
            "ANSWERED 2 2", "BAD_REQUEST 1 1", "SERVICE 1 1", "TIMEOUT 1 1", "TRUNCATED 1 1");
  }

  @Test
  void theChosenFatesAloneAreAskedAgain() {
    LedgerTables tables = made(RowKey.ROW, FIRST, SECOND);
    assertThat(
            rows(
                new LedgerSql(tables)
                    .choose(Set.of(RowFate.SERVICE, RowFate.TRUNCATED), INTO, 1, 1)))
        .containsExactly("3 ask 3", "4 ask 4");
    assertThat(rows(new LedgerSql(made(RowKey.ROW)).choose(Set.of(RowFate.MISSING), INTO, 1, 1)))
        .hasSize(6);
  }

  @Test
  void eachRowStandsOnceInTheAnswers() {
    assertThat(
            MadeRequests.evaluate(
                    oracle,
                    new LedgerSql(made(RowKey.ROW, FIRST, SECOND))
                        .answers(INTO, List.of(text("label"))))
                .names())
        .containsExactly(
            "pollux_row_key",
            "title",
            "request",
            "response",
            "status",
            "pollux_attempt",
            "pollux_model",
            "answer_label");
    List<String> all =
        rows(new LedgerSql(made(RowKey.ROW, FIRST, SECOND)).answers(INTO, List.of(text("label"))));
    assertThat(all).hasSize(6);
    assertThat(all.get(0)).startsWith("1 t1 ask 1").endsWith("1 m a");
    assertThat(all.get(1)).startsWith("2 t2 ask 2").endsWith("2 m b");
    assertThat(all.get(2)).as("the newest that was cut").endsWith("2 m later");
    assertThat(all.get(3)).endsWith("NULL code 13: broken 2 NULL NULL");
    assertThat(all.get(5)).endsWith("NULL code 4: late 1 NULL NULL");
  }

  /// Rows 1 and 6 ask the same.
  @Test
  void equalRequestsShareOneAnswer() {
    LedgerTables none = made(RowKey.REQUEST);
    assertThat(rows(new LedgerSql(none).count())).containsExactly("MISSING 6 5");
    List<String> sent = rows(new LedgerSql(none).choose(Set.of(RowFate.MISSING), INTO, 1, 1));
    assertThat(sent).hasSize(5);
    assertThat(sent).allMatch(row -> row.matches("[0-9a-f]{64} ask [1-5]"));
    assertThat(rows(new LedgerSql(made(RowKey.REQUEST, FIRST)).count()))
        .containsExactly(
            "ANSWERED 2 1", "BAD_REQUEST 1 1", "CAPACITY 1 1", "MISSING 1 1", "TRUNCATED 1 1");
  }

  /// Of an earlier run only good answers are taken.
  @Test
  void answersThatWerePaidBeforeAreTaken() {
    LedgerTables tables = made(RowKey.REQUEST, new LedgerTables.Output(FIRST.table(), 0));
    assertThat(rows(new LedgerSql(tables).count())).containsExactly("ANSWERED 2 1", "MISSING 4 4");
    assertThat(rows(new LedgerSql(tables).distinct())).containsExactly("6 4 2");
  }

  @Test
  void partsAreAsLargeAsEachOtherAndShareNothing() {
    assertThat(new LedgerSql(made(RowKey.ROW)).choose(Set.of(RowFate.MISSING), INTO, 1, 3).sql())
        .as("one worker sorts keys, not requests")
        .contains("(SELECT pollux_ledger_key FROM pollux_chosen QUALIFY NTILE(3)");
    Set<String> seen = new java.util.HashSet<>();
    for (int part = 1; part <= 3; part++) {
      List<String> rows =
          rows(new LedgerSql(made(RowKey.ROW)).choose(Set.of(RowFate.MISSING), INTO, part, 3));
      assertThat(rows).hasSize(2);
      seen.addAll(rows);
    }
    assertThat(seen).hasSize(6);
  }

  /// Of three equal rows one was answered; the fifth row never came out.
  @Test
  void rowsWithoutAKeyAreToldApartByCounting() {
    LedgerTables.Output first =
        new LedgerTables.Output(
            info(
                "own_first",
                Field.of("id", FieldType.INT64),
                json("request"),
                text("response"),
                text("status")),
            1);
    assertThat(rows(new LedgerSql(own(first)).count()))
        .containsExactly("ANSWERED 2 2", "CAPACITY 2 2", "MISSING 1 1");
    List<String> again =
        rows(
            new LedgerSql(own(first))
                .choose(Set.of(RowFate.CAPACITY, RowFate.MISSING), INTO, 1, 1));
    assertThat(again).hasSize(3);
    assertThat(again.stream().map(row -> row.replaceAll("^[0-9a-f]{64}", "")))
        .containsExactlyInAnyOrder("-2 {a:1}", "-3 {a:1}", "-1 {a:3}");
    assertThat(rows(new LedgerSql(own(first)).answers(INTO, List.of()))).hasSize(5);
  }
}
