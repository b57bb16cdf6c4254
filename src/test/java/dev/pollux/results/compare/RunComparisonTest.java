package dev.pollux.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.testing.FakeRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Rows are found again by what they carry, in whatever order they come, and counted once.
class RunComparisonTest {
  private static final List<Field> COLUMNS =
      List.of(
          Field.of("subject", FieldType.STRING),
          Field.of("score", FieldType.FLOAT64),
          Field.of("quote", FieldType.STRING));
  private final FakeRows rows = new FakeRows();

  private static Row answered(int id, String answer) {
    return new Row(
        List.of(
            new Value.Scalar("" + id),
            new Value.Scalar(
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\""
                    + answer.replace("'", "\\\"")
                    + "\"}]},\"finishReason\":\"STOP\"}]}"),
            new Value.Scalar("")));
  }

  private static Row failed(int id) {
    return new Row(
        List.of(
            new Value.Scalar("" + id),
            Value.NULL,
            new Value.Scalar("{\"error\":{\"code\":429,\"message\":\"exhausted\"}}")));
  }

  private TableInfo table(String name, Row... some) {
    return table(name, Arrays.asList(some));
  }

  private TableInfo table(String name, List<Row> some) {
    TableRef ref = new TableRef("p", "d", name);
    rows.tables.put(ref, some);
    return new TableInfo(
        ref,
        TableKind.TABLE,
        Location.US_CENTRAL1,
        new TableSchema(
            List.of(
                Field.of("id", FieldType.INT64),
                Field.of("response", FieldType.JSON),
                Field.of("status", FieldType.STRING))),
        some.size(),
        -1,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        "");
  }

  private Comparison compare(TableInfo one, TableInfo other) throws Exception {
    return new RunComparison(rows).compare(one, other, COLUMNS, _ -> {});
  }

  @Test
  void rowsInOneRunOnlyAndRowsThatCannotBeToldApartAreSaidAndNotCompared() throws Exception {
    Comparison all =
        compare(
            table(
                "a",
                answered(1, "{'subject':'law'}"),
                answered(2, "{'subject':'law'}"),
                answered(3, "{'subject':'law'}"),
                answered(4, "{'subject':'law'}"),
                answered(4, "{'subject':'law'}"),
                failed(5),
                failed(6)),
            table(
                "b",
                failed(6),
                answered(5, "{'subject':'law'}"),
                answered(4, "{'subject':'law'}"),
                answered(7, "{'subject':'law'}"),
                answered(3, "{'subject':'economy'}"),
                answered(1, "{'subject':'law'}")));
    assertThat(all.pairs()).extracting(RowPair::row).containsExactly(0L, 2L, 5L, 6L);
    assertThat(all.answeredByBoth()).isEqualTo(2);
    assertThat(all.answeredByFirst()).isZero();
    assertThat(all.answeredBySecond()).isEqualTo(1);
    assertThat(all.answeredByNeither()).isEqualTo(1);
    assertThat(all.onlyFirst()).as("row 2").isEqualTo(1);
    assertThat(all.onlySecond()).as("row 7").isEqualTo(1);
    assertThat(all.alike()).as("two rows 4 and their like").isEqualTo(3);
    assertThat(all.agreements().getFirst().equal()).isEqualTo(1);
    assertThat(all.pairs().get(1).differs().get(0)).isTrue();
    assertThat(all.pairs().get(2).differs().isEmpty()).as("answered by one").isTrue();
  }

  @Test
  void aRowThatEitherRunHasSeveralTimesIsNotPairedByGuess() throws Exception {
    TableInfo once = table("a", answered(1, "{'subject':'law'}"), answered(2, "{'subject':'law'}"));
    TableInfo twice = table("b", answered(1, "{}"), answered(1, "{}"), answered(2, "{}"));
    for (Comparison all : List.of(compare(once, twice), compare(twice, once))) {
      assertThat(all.pairs()).hasSize(1);
      assertThat(all.onlyFirst() + all.onlySecond()).as("both have it").isZero();
      assertThat(all.alike()).isEqualTo(3);
    }
  }

  @Test
  void labelsHaveAKappaNumbersADifferenceAndTextsTheirEqualShare() throws Exception {
    List<Row> first = new ArrayList<>();
    List<Row> second = new ArrayList<>();
    // The 50 grant proposals: kappa 0.40.
    int[][] counts = {{20, 5}, {10, 15}};
    int id = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        for (int n = 0; n < counts[i][j]; n++) {
          first.add(answered(id, "{'subject':'s" + i + "','score':1,'quote':'a" + id + "'}"));
          second.add(
              answered(
                  id,
                  "{'subject':'s"
                      + j
                      + "','score':"
                      + (n % 2 == 0 ? "1.0" : "1.5")
                      + ",'quote':'"
                      + (n == 0 ? "a" : "b")
                      + id
                      + "'}"));
          id++;
        }
      }
    }
    Collections.shuffle(second, new Random(5));
    Comparison all = compare(table("a", first), table("b", second));

    Agreement subject = all.agreements().getFirst();
    assertThat(subject.kind()).isEqualTo(Agreement.Kind.LABELS);
    assertThat(subject.share().orElseThrow()).isEqualTo(0.7);
    assertThat(subject.kappa().orElseThrow()).isCloseTo(0.4, within(1e-12));
    assertThat(subject.turns())
        .containsExactly(new Agreement.Turn("s1", "s0", 10), new Agreement.Turn("s0", "s1", 5));

    Agreement score = all.agreements().get(1);
    assertThat(score.kind()).isEqualTo(Agreement.Kind.NUMBERS);
    assertThat(score.equal()).as("1 is 1.0").isEqualTo(26 + 0L);
    assertThat(score.difference().orElseThrow()).isCloseTo(24 * 0.5 / 50, within(1e-12));
    assertThat(score.kappa()).isEmpty();

    Agreement quote = all.agreements().getLast();
    assertThat(quote.kind()).isEqualTo(Agreement.Kind.TEXT);
    assertThat(quote.equal()).isEqualTo(4);
    assertThat(quote.kappa()).isEmpty();
  }

  @Test
  void aValueThatIsMissingOnBothSidesIsTheSameAndOnOneSideIsNot() throws Exception {
    Comparison all =
        compare(
            table(
                "a",
                answered(1, "{'subject':null}"),
                answered(2, "{'score':1}"),
                answered(3, "no object")),
            table(
                "b",
                answered(1, "{'quote':'x'}"),
                answered(2, "{'score':null}"),
                answered(3, "{'score':2}")));
    assertThat(all.agreements()).extracting(Agreement::equal).containsExactly(3L, 1L, 2L);
    assertThat(all.agreements().get(1).difference()).as("no row has two numbers").isEmpty();
    assertThat(all.agreements().getFirst().kappa()).as("one category").isEmpty();
  }

  @Test
  void ofTablesThatAreTooLargeTheSameRowsOfBothAreTaken() throws Exception {
    List<Row> first = new ArrayList<>();
    List<Row> second = new ArrayList<>();
    for (int id = 0; id < 5_000; id++) {
      first.add(answered(id, "{'subject':'law'}"));
      second.addFirst(answered(id, "{'subject':'law'}"));
    }
    Comparison all =
        new RunComparison(rows, 1_000)
            .compare(table("a", first), table("b", second), COLUMNS, _ -> {});
    assertThat(all.oneIn()).isEqualTo(5);
    assertThat(all.pairs()).hasSizeBetween(800, 1_200);
    assertThat(all.onlyFirst() + all.onlySecond() + all.alike()).isZero();
  }

  @Test
  void columnsAreThoseOfBothAndOneOfTextWhereThereAreNone() {
    assertThat(
            ComparedColumns.answers(
                COLUMNS,
                List.of(Field.of("SCORE", FieldType.INT64), Field.of("other", FieldType.BOOL))))
        .containsExactly(Field.of("score", FieldType.FLOAT64));
    assertThat(ComparedColumns.answers(COLUMNS, List.of()))
        .containsExactly(Field.of("", FieldType.STRING));
  }
}
