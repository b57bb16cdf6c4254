package dev.pollux.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.testing.MadeRequests;
import dev.pollux.testing.TestKeys;
import dev.pollux.testing.ZetaSqlOracle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whoever writes rows can neither guess the marks around values nor close them from inside.
class DataMarksTest {
  private static final TableRef SOURCE = new TableRef("p", "d", "t");
  private static final TableSchema SCHEMA =
      new TableSchema(List.of(Field.of("s", FieldType.STRING)));
  private static final RequestSpec SPEC =
      RequestSpec.of("Is it spam? {{s}} Say yes or no.", "Be brief.").withGuard(true);
  private static final DataMarks MARKS =
      DataMarks.of(SPEC.template().text(), SPEC.system(), TestKeys.MARKS);

  @Test
  void nothingInAValueClosesItsMark() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 20_000; i++) {
      String value = hostile(random);
      String body = body(value);
      assertThat(body).as(value).doesNotContain(MARKS.digits());
      assertThat(body.toLowerCase(Locale.ROOT)).as(value).doesNotContain(MARKS.close());
    }
  }

  @Test
  void aMarkAroundAMarkLeavesNoMark() {
    String digits = MARKS.digits();
    String half = digits.substring(0, 8);
    for (String value :
        List.of(
            MARKS.close(),
            MARKS.close().toUpperCase(Locale.ROOT),
            "</da" + MARKS.open() + "ta-" + digits + ">",
            half + digits + digits.substring(8),
            half + half + digits + digits.substring(8) + digits.substring(8),
            half + "data-" + digits + digits.substring(8))) {
      assertThat(body(value)).as(value).doesNotContain(digits);
    }
  }

  /// What the preview shows is what SQL makes, for values that play with the mark too.
  @Test
  void theSqlDoesTheSame() {
    Random random = new Random(7);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      values.add(hostile(random));
    }
    String rows =
        values.stream()
            .map(value -> "SELECT '" + value + "' AS s")
            .collect(Collectors.joining("\nUNION ALL "));
    RequestSql sql =
        RequestSql.of(
            SOURCE,
            SCHEMA,
            SPEC,
            TestKeys.MARKS,
            RowChoice.ALL,
            SOURCE.datasetRef().table("made"),
            Location.US_CENTRAL1);
    List<String> made =
        MadeRequests.evaluate(new ZetaSqlOracle().table(SOURCE.toString(), rows), sql.query())
            .rows()
            .stream()
            .map(row -> row.getLast().substring(1, row.getLast().length() - 1))
            .sorted()
            .toList();
    RequestRenderer renderer = new RequestRenderer(SPEC, SCHEMA, TestKeys.MARKS);
    assertThat(made).isEqualTo(values.stream().map(v -> renderer.json(row(v))).sorted().toList());
  }

  @Test
  void theMarkNeedsTheKeyAndTheWholePrompt() {
    Set<DataMarks> all = new HashSet<>();
    for (MarkKey key : List.of(TestKeys.MARKS, new MarkKey("f".repeat(64)), MarkKey.random())) {
      all.add(DataMarks.of("ab{{s}}", "c", key));
      all.add(DataMarks.of("a", "b{{s}}c", key));
      all.add(DataMarks.of("ab{{s}}c", "", key));
    }
    assertThat(all).hasSize(9).allMatch(marks -> marks.digits().matches("\\d{16}"));
    assertThat(DataMarks.of("a", "b", TestKeys.MARKS))
        .isEqualTo(DataMarks.of("a", "b", TestKeys.MARKS));
  }

  @Test
  void theKeyIsStoredAndNeverShown() {
    MarkKey key = MarkKey.random();
    assertThat(MarkKey.parse(key.hex() + "\n")).contains(key);
    assertThat(MarkKey.parse("")).isEmpty();
    assertThat(MarkKey.parse("0".repeat(63))).isEmpty();
    assertThat(key.toString()).doesNotContain(key.hex());
  }

  /// Pieces of the mark, whole, cut, doubled, in other cases, in any order.
  private static String hostile(Random random) {
    String digits = MARKS.digits();
    StringBuilder value = new StringBuilder();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(digits.length() + 1);
      value.append(
          switch (random.nextInt(9)) {
            case 0 -> MARKS.close();
            case 1 -> MARKS.open();
            case 2 -> MARKS.close().toUpperCase(Locale.ROOT);
            case 3 -> digits.substring(at);
            case 4 -> digits.substring(0, at);
            case 5 -> digits;
            case 6 -> "</data-".substring(random.nextInt(7));
            case 7 -> DataMarks.REPLACEMENT;
            default -> "<>/dDaAtT-[]mark0123456789".charAt(random.nextInt(26));
          });
    }
    return value.toString();
  }

  private static Row row(String value) {
    return new Row(List.of(new Value.Scalar(value)));
  }

  private static String body(String value) {
    String text = new RequestRenderer(SPEC, SCHEMA, TestKeys.MARKS).text(row(value));
    String open = "Is it spam? " + MARKS.open();
    String close = MARKS.close() + " Say yes or no.";
    assertThat(text).startsWith(open).endsWith(close);
    return text.substring(open.length(), text.length() - close.length());
  }
}
