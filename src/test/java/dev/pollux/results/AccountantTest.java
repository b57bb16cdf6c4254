package dev.pollux.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.results.outcome.ErrorKind;
import dev.pollux.results.outcome.FailureKind;
import dev.pollux.testing.FakeCatalog;
import dev.pollux.testing.FakeRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountantTest {
  private static final TableRef OUTPUT = new TableRef("p1", "d", "out");
  private final FakeRows rows = new FakeRows();
  private final TableInfo info =
      new FakeCatalog("p1")
          .dataset("d", Location.US_CENTRAL1)
          .table(
              "d",
              "out",
              0,
              Field.of("id", FieldType.INT64),
              Field.of("response", FieldType.JSON),
              Field.of("status", FieldType.STRING))
          .tables
          .get(OUTPUT);

  @Test
  void everyRowIsCountedOnceOverManyPages() throws Exception {
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < 5_001; i++) {
      all.add(
          switch (i % 10) {
            case 3 -> row(i, Value.NULL, "429 no capacity");
            case 7 ->
                row(i, new Value.Scalar("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}"), "");
            default -> row(i, answer(), "");
          });
    }
    rows.tables.put(OUTPUT, all);
    List<Long> heard = new ArrayList<>();

    Accounting accounts =
        new Accountant(rows).account(info, Optional.of(5_010L), _ -> false, heard::add);

    assertThat(accounts.answered()).isEqualTo(4_001);
    assertThat(accounts.failed()).isEqualTo(500);
    assertThat(accounts.blocked()).isEqualTo(500);
    assertThat(accounts.missing()).isEqualTo(9);
    assertThat(accounts.input()).isEqualTo(5_010);
    assertThat(accounts.tokens()).isEqualTo(new TokenUsage(8_002, 0, 4_001, 0));
    assertThat(accounts.errors())
        .containsExactly(
            new ErrorKind(
                new ErrorKind.Cause.Failure(FailureKind.CAPACITY, 429), 500, 3, "429 no capacity"),
            new ErrorKind(new ErrorKind.Cause.Policy("SAFETY"), 500, 7, "SAFETY"));
    assertThat(heard).as("after each page").containsExactly(2_000L, 5_001L);
  }

  @Test
  void aRowWithoutContentIsBilledAndItsReasonCountedByItself() throws Exception {
    String empty =
        "{\"candidates\":[{\"content\":{},\"finishReason\":\"%s\"}],"
            + "\"usageMetadata\":{\"promptTokenCount\":812}}";
    rows.tables.put(
        OUTPUT,
        List.of(
            row(0, answer(), ""),
            row(1, new Value.Scalar(empty.formatted("OTHER")), ""),
            row(2, new Value.Scalar(empty.formatted("LANGUAGE")), "")));

    Accounting accounts =
        new Accountant(rows).account(info, Optional.of(3L), prompt -> prompt > 800, _ -> {});

    assertThat(accounts.answered()).isEqualTo(1);
    assertThat(accounts.failed()).isEqualTo(2);
    assertThat(accounts.input()).isEqualTo(3);
    assertThat(accounts.tokens()).isEqualTo(new TokenUsage(2, 0, 1, 0));
    assertThat(accounts.longTokens()).isEqualTo(new TokenUsage(1_624, 0, 0, 0));
    assertThat(accounts.errors())
        .extracting(ErrorKind::cause)
        .containsExactly(
            new ErrorKind.Cause.NoContent("OTHER"), new ErrorKind.Cause.NoContent("LANGUAGE"));
  }

  @Test
  void anEmptyOutputMissesEveryRow() throws Exception {
    Accounting accounts = new Accountant(rows).account(info, Optional.of(7L), _ -> false, _ -> {});
    assertThat(accounts.missing()).isEqualTo(7);
    assertThat(accounts.input()).isEqualTo(7);
  }

  private static Row row(int id, Value response, String status) {
    return new Row(
        List.of(new Value.Scalar(Integer.toString(id)), response, new Value.Scalar(status)));
  }

  private static Value answer() {
    return new Value.Scalar(
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"x\"}]},\"finishReason\":\"STOP\"}],"
            + "\"usageMetadata\":{\"promptTokenCount\":2,\"candidatesTokenCount\":1}}");
  }
}
