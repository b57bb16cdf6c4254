package dev.pollux.ui.results.summary;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Rows;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.RowColumns;
import dev.pollux.prompt.answer.AnswerCheck;
import dev.pollux.prompt.answer.AnswerMark;
import dev.pollux.prompt.answer.AnswerQuotes;
import dev.pollux.prompt.answer.AnswerSchema;
import dev.pollux.prompt.answer.AskedAnswer;
import dev.pollux.prompt.column.ColumnPath;
import dev.pollux.results.outcome.Responses;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.results.outcome.SentPrompt;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks whether what answers quote stands in their rows; only those whose quoted columns are in
/// the output can be told, the others are not counted. Prompts and columns are read for it, as the
/// counts of a run do not, so that only its first rows are.
final class QuotesInRows {
  /// Rows that are read at most.
  static final int ROWS = 2_000;

  private static final int PAGE = 500;
  private static final int MOST_SAMPLES = 3;

  private final TableInfo output;
  private final Responses responses = new Responses();
  private final AskedAnswer asked = new AskedAnswer();
  private final BitSet strange = new BitSet();
  private final List<Sample> samples = new ArrayList<>();
  private int read;
  private long quoting;

  /// A quote that does not stand in its row (0-based).
  record Sample(long row, String quote) {}

  /// @param read how many rows were looked at, from the first on
  /// @param rows how many the output has
  /// @param quoting answers that quote a column of the output
  /// @param strange the rows (0-based) with a quote that they do not have
  record Found(long read, long rows, long quoting, BitSet strange, List<Sample> samples) {
    Found {
      samples = List.copyOf(samples);
    }
  }

  private QuotesInRows(TableInfo output) {
    this.output = output;
  }

  static boolean areAsked(Optional<AnswerSchema> asked) {
    return asked.filter(schema -> columns(schema.members()).findAny().isPresent()).isPresent();
  }

  private static Stream<String> columns(List<AnswerSchema.Member> members) {
    return members.stream().flatMap(member -> columns(member.type()));
  }

  private static Stream<String> columns(AnswerSchema.Type type) {
    return switch (type) {
      case AnswerSchema.Type.Quote(String column) -> Stream.of(column);
      case AnswerSchema.Type.ListOf(AnswerSchema.Type element, var _) -> columns(element);
      case AnswerSchema.Type.Group(List<AnswerSchema.Member> members) -> columns(members);
      case AnswerSchema.Type.Text _,
          AnswerSchema.Type.Choice _,
          AnswerSchema.Type.Decimal _,
          AnswerSchema.Type.Whole _,
          AnswerSchema.Type.YesNo _,
          AnswerSchema.Type.CalendarDate _,
          AnswerSchema.Type.PointInTime _ ->
          Stream.of();
    };
  }

  static Found look(Rows rows, TableInfo output) throws CloudException, InterruptedException {
    QuotesInRows quotes = new QuotesInRows(output);
    List<Row> page;
    do {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      page = rows.page(output.ref(), output.schema(), quotes.read, PAGE).rows();
      page.forEach(quotes::add);
    } while (page.size() == PAGE && quotes.read < ROWS);
    return new Found(
        quotes.read,
        Math.max(quotes.read, output.rows()),
        quotes.quoting,
        quotes.strange,
        quotes.samples);
  }

  private void add(Row row) {
    if (responses.decode(output.schema(), row) instanceof RowOutcome.Answered answer) {
      SentPrompt.request(output.schema(), row)
          .flatMap(asked::of)
          .ifPresent(wanted -> check(row, answer.text(), wanted));
    }
    read++;
  }

  private void check(Row row, String answer, AnswerSchema wanted) {
    boolean isHere =
        columns(wanted.members())
            .allMatch(column -> ColumnPath.find(output.schema(), column).isPresent());
    if (!isHere || AnswerQuotes.of(answer, wanted).isEmpty()) {
      return;
    }
    quoting++;
    List<AnswerMark> marks =
        AnswerCheck.check(answer, wanted, new RowColumns(output.schema(), row)).stream()
            .filter(mark -> mark.kind() == AnswerMark.Kind.NOT_IN_ROW)
            .toList();
    if (!marks.isEmpty()) {
      strange.set(read);
      if (samples.size() < MOST_SAMPLES) {
        samples.add(new Sample(read, String.valueOf(marks.getFirst().finding().args().get(1))));
      }
    }
  }
}
