package dev.pollux.results.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableKind;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.results.compare.ComparedColumns;
import dev.pollux.results.export.AnswerRows;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A table of answers says some things twice; people see and are given them once.
class JoinedColumnsTest {
  private static final String JOINED =
      "id,request,response,status,pollux_attempt,pollux_model,answer_subject,answer_share";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          id,request,response,status,pollux_attempt,pollux_model,answer_a,answer_b | pollux_model,answer_a,answer_b
          id,request,response,status,pollux_attempt,pollux_model                   | pollux_model
          id,request,response,status                                              | -
          pollux_attempt,pollux_model,answer_a,request,response,status            | -
          id,request,response,status,pollux_model,answer_a                        | -
          """)
  void onlyWhatPolluxPutBehindTheStatusIsSaidTwice(String columns, String repeated) {
    assertThat(JoinedColumns.repeated(schema(columns)))
        .extracting(Field::name)
        .containsExactly(repeated == null ? new String[0] : repeated.split(","));
  }

  private static TableSchema schema(String columns) {
    return new TableSchema(
        Stream.of(columns.split(",")).map(name -> Field.of(name, FieldType.STRING)).toList());
  }

  @Test
  void aFileHasEachAnswerOnce() {
    AnswerRows rows =
        new AnswerRows(
            schema(JOINED),
            List.of(Field.of("subject", FieldType.STRING), Field.of("share", FieldType.FLOAT64)),
            EnumSet.allOf(OutcomeKind.class));
    assertThat(rows.columns())
        .extracting(Field::name)
        .startsWith("id", "pollux_attempt", "outcome", "subject", "share")
        .doesNotContain("answer_subject", "answer_share", "pollux_model");
  }

  /// Else no row of two runs would be the same.
  @Test
  void rowsOfTwoRunsAreKnownByWhatCameFromTheSource() {
    TableInfo joined =
        new TableInfo(
            new TableRef("p", "d", "t"),
            TableKind.TABLE,
            Location.US_CENTRAL1,
            schema(JOINED),
            1,
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            "");
    assertThat(ComparedColumns.keys(joined, joined)).extracting(Field::name).containsExactly("id");
  }
}
