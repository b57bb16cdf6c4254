package dev.pollux.ui.results;

import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.RowColumns;
import dev.pollux.prompt.answer.AnswerCheck;
import dev.pollux.prompt.answer.AnswerMark;
import dev.pollux.prompt.answer.AnswerQuotes;
import dev.pollux.prompt.answer.AskedAnswer;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.results.outcome.SentPrompt;
import java.util.List;
import java.util.Optional;

/// What of a row's answer is not as its own request asked for: a value outside its range, a quote
/// that the row does not have. The schema of the answer stands in the request, so that outputs of
/// anybody's jobs are measured by it.
final class AskedOfRow {
  private final TableSchema schema;
  private final AskedAnswer asked = new AskedAnswer();
  // A row is asked for each of its columns in turn; row and marks are one, since other threads ask
  // too.
  private volatile Optional<Seen> last = Optional.empty();

  private record Seen(Row row, List<AnswerMark> marks) {}

  AskedOfRow(TableSchema schema) {
    this.schema = schema;
  }

  @SuppressWarnings("ReferenceEquality")
  List<AnswerMark> marks(Row row, RowOutcome outcome) {
    Optional<Seen> seen = last;
    if (seen.isPresent() && seen.get().row() == row) {
      return seen.get().marks();
    }
    List<AnswerMark> marks =
        outcome instanceof RowOutcome.Answered answer ? check(row, answer.text()) : List.of();
    last = Optional.of(new Seen(row, marks));
    return marks;
  }

  /// The texts that the answer quotes from the row, whether they stand there or not.
  List<String> quotes(Row row, RowOutcome outcome) {
    return outcome instanceof RowOutcome.Answered answer
        ? SentPrompt.request(schema, row)
            .flatMap(asked::of)
            .map(wanted -> AnswerQuotes.of(answer.text(), wanted))
            .orElse(List.of())
        : List.of();
  }

  private List<AnswerMark> check(Row row, String answer) {
    return SentPrompt.request(schema, row)
        .flatMap(asked::of)
        .map(wanted -> AnswerCheck.check(answer, wanted, new RowColumns(schema, row)))
        .orElse(List.of())
        .stream()
        .filter(AnswerMark::stops)
        .toList();
  }
}
