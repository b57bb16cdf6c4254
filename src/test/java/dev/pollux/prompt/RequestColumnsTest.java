package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.TestKeys;
import dev.pollux.testing.ZetaSqlOracle;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The columns of a request table: names that a job leaves free, types that it takes, NULL kept.
class RequestColumnsTest {
  private static final TableRef SOURCE = new TableRef("p", "d", "t");

  @Test
  void findsAFreeNameForEveryReservedOne() {
    TableSchema schema =
        schema(
            Field.of("status", FieldType.STRING),
            Field.of("Status_Input", FieldType.STRING),
            Field.of("Response", FieldType.STRING),
            Field.of("request", FieldType.STRING),
            Field.of("processed_time", FieldType.STRING),
            Field.of("pollux_row_key", FieldType.INT64));
    RequestSql made = made(schema, "{{status}}");
    assertThat(
            evaluate(
                    made,
                    "SELECT 's' status, 'i' Status_Input, 'r' Response, 'q' request,"
                        + " 'p' processed_time, 7 pollux_row_key")
                .names())
        .containsExactly(
            "pollux_row_key",
            "status_input2",
            "Status_Input",
            "Response_input",
            "request_input",
            "processed_time_input",
            "pollux_row_key_input",
            "request");
    assertThat(made.notes()).hasSize(5).allMatch(f -> f.code().equals("sql.renamed"));
  }

  @Test
  void keepsNullThroughEveryConversion() {
    Field struct =
        new Field(
            "s",
            FieldType.STRUCT,
            Field.Mode.NULLABLE,
            List.of(Field.of("a", FieldType.INT64)),
            "");
    TableSchema schema =
        schema(
            struct,
            Field.of("dt", FieldType.DATETIME),
            Field.of("r", FieldType.RANGE),
            Field.of("i", FieldType.INTERVAL));
    ZetaSqlOracle.Result result =
        evaluate(
            made(schema, "x"),
            "SELECT CAST(NULL AS STRUCT<a INT64>) s, CAST(NULL AS DATETIME) dt,"
                + " CAST(NULL AS RANGE<DATE>) r, CAST(NULL AS INTERVAL) i");
    assertThat(result.types())
        .containsExactly("STRING", "STRING", "STRING", "STRING", "INTERVAL", "STRING");
    assertThat(result.rows().getFirst().subList(1, 5)).containsOnly("NULL");
  }

  @Test
  void givesEveryRowAKeyOfItsOwn() {
    TableSchema schema = schema(Field.of("n", FieldType.INT64));
    ZetaSqlOracle.Result result =
        evaluate(made(schema, "{{n}}"), "SELECT 1 n FROM UNNEST(GENERATE_ARRAY(1, 500))");
    assertThat(result.rows()).extracting(List::getFirst).doesNotHaveDuplicates().hasSize(500);
  }

  @Test
  void readsAColumnThatIsNamedLikeItsTable() {
    assertThat(
            evaluate(made(schema(Field.of("t", FieldType.STRING)), "{{t}}"), "SELECT 'x' t")
                .rows()
                .getFirst())
        .last()
        .asString()
        .contains("\"text\":\"x\"");
  }

  private static TableSchema schema(Field... fields) {
    return new TableSchema(List.of(fields));
  }

  private static RequestSql made(TableSchema schema, String template) {
    TableRef to = new TableRef("p", "d", "requests");
    return RequestSql.of(
        SOURCE,
        schema,
        RequestSpec.of(template, ""),
        TestKeys.MARKS,
        RowChoice.ALL,
        to,
        Location.US_CENTRAL1);
  }

  private static ZetaSqlOracle.Result evaluate(RequestSql made, String rows) {
    ZetaSqlOracle oracle = new ZetaSqlOracle().table("p.d.t", rows);
    return MadeRequests.evaluate(oracle, made.query());
  }
}
