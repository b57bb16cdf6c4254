package dev.pollux.ui.results;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.domain.value.WellFormed;
import dev.pollux.prompt.answer.AnswerMark;
import dev.pollux.results.AnswerMembers;
import dev.pollux.results.AnswerPart;
import dev.pollux.results.outcome.ErrorKind;
import dev.pollux.results.outcome.FailureKind;
import dev.pollux.results.outcome.Responses;
import dev.pollux.results.outcome.RowOutcome;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.ValueText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What became of a row, in words, for the columns of the grid.
final class OutcomeWords {
  private final Words words;
  private final TableSchema schema;
  private final Responses responses = new Responses();
  // A row is asked for each of its columns in turn; its JSON is read once for all of them. Rows are
  // copied and searched off the FX thread while others are drawn: row and outcome are one.
  private volatile Optional<Seen> last = Optional.empty();
  private final AnswerMembers members = new AnswerMembers();
  private final AskedOfRow asked;

  OutcomeWords(Words words, TableSchema schema) {
    this.words = words;
    this.schema = schema;
    this.asked = new AskedOfRow(schema);
  }

  @SuppressWarnings("ReferenceEquality")
  RowOutcome outcome(Row row) {
    Optional<Seen> seen = last;
    if (seen.isPresent() && seen.get().row() == row) {
      return seen.get().outcome();
    }
    RowOutcome outcome = responses.decode(schema, row);
    last = Optional.of(new Seen(row, outcome));
    return outcome;
  }

  private record Seen(Row row, RowOutcome outcome) {}

  Value answer(Row row) {
    return new Value.Scalar(
        switch (outcome(row)) {
          case RowOutcome.Answered a -> a.text();
          case RowOutcome.Failed f -> failure(f.why());
          case RowOutcome.Blocked _ -> words.get("results.row.blocked");
          case RowOutcome.Missing _ -> words.get("results.row.missing");
        });
  }

  /// The text of the answer; NULL where there is none.
  Value onlyAnswer(Row row) {
    return outcome(row) instanceof RowOutcome.Answered a
        ? new Value.Scalar(WellFormed.of(a.text()))
        : Value.NULL;
  }

  /// How many tokens the row took in all, prompt and answer; NULL where nobody says.
  Value allTokens(Row row) {
    TokenUsage used =
        switch (outcome(row)) {
          case RowOutcome.Answered a -> a.tokens();
          case RowOutcome.Blocked b -> b.tokens();
          case RowOutcome.Failed f -> f.tokens();
          case RowOutcome.Missing _ -> TokenUsage.NONE;
        };
    return used.equals(TokenUsage.NONE)
        ? Value.NULL
        : new Value.Scalar(Long.toString(used.prompt() + used.output()));
  }

  /// The member of an answer that is a JSON object.
  ///
  /// @param otherwise when there is no such object
  Value member(Row row, String name, Value otherwise) {
    return outcome(row) instanceof RowOutcome.Answered a
        ? members.of(a.text(), name).orElse(otherwise)
        : otherwise;
  }

  /// The same as a value of its column's type, by which rows are sorted; NULL where it is of
  /// another.
  Value typed(Row row, String name, FieldType type) {
    return outcome(row) instanceof RowOutcome.Answered a
        ? members.typed(a.text(), name, type)
        : Value.NULL;
  }

  /// How the rows are said to end, as [#finish] does.
  AnswerPart ending() {
    return new AnswerPart.Ending(
        words.get("results.finish.cut"),
        words.get("results.finish.failed"),
        words.get("results.finish.missing"));
  }

  Value finish(Row row) {
    return new Value.Scalar(
        switch (outcome(row)) {
          case RowOutcome.Answered a ->
              a.truncated() ? words.get("results.finish.cut") : a.finishReason();
          case RowOutcome.Failed(FailureKind why, _, String reason, _) ->
              (why == FailureKind.NO_CONTENT || why == FailureKind.CUT_OFF) && !reason.isEmpty()
                  ? reason
                  : words.get("results.finish.failed");
          case RowOutcome.Blocked b -> b.reason();
          case RowOutcome.Missing _ -> words.get("results.finish.missing");
        });
  }

  Value tokens(Row row) {
    return switch (outcome(row)) {
      case RowOutcome.Answered a -> new Value.Scalar(tokens(a.tokens()));
      case RowOutcome.Blocked b -> new Value.Scalar(tokens(b.tokens()));
      case RowOutcome.Failed(_, _, _, TokenUsage used) when !used.equals(TokenUsage.NONE) ->
          new Value.Scalar(tokens(used));
      case RowOutcome.Failed _, RowOutcome.Missing _ -> new Value.Scalar("–");
    };
  }

  private String tokens(TokenUsage t) {
    return words.get("results.tokens", t.prompt(), t.output());
  }

  /// What is wrong with a row, for its cells: empty where all is well.
  String alert(Row row) {
    return switch (outcome(row)) {
      case RowOutcome.Answered a -> a.stoppedByItself() ? "" : "warning";
      case RowOutcome.Failed _, RowOutcome.Missing _ -> "problem";
      case RowOutcome.Blocked _ -> "warning";
    };
  }

  /// The same where answers make columns: one that has not their form is marked too.
  String memberAlert(Row row) {
    return outcome(row) instanceof RowOutcome.Answered a && !members.isWhole(a.text())
        ? "warning"
        : alert(row);
  }

  /// What is wrong with one member of an answer: empty where it is as it was asked for.
  String memberAlert(Row row, String name) {
    return marks(row).anyMatch(mark -> mark.member().equals(name)) ? "warning" : "";
  }

  /// The texts that the answer quotes from its row.
  List<String> quotes(Row row) {
    return asked.quotes(row, outcome(row));
  }

  /// The same in words, a line each.
  String memberWhy(Row row, String name) {
    return said(marks(row).filter(mark -> mark.member().equals(name)));
  }

  private Stream<AnswerMark> marks(Row row) {
    return asked.marks(row, outcome(row)).stream();
  }

  private String said(Stream<AnswerMark> marks) {
    return marks
        .map(AnswerMark::finding)
        .map(finding -> words.get("prompt." + finding.code(), finding.args().toArray()))
        .collect(Collectors.joining("\n"));
  }

  /// All there is to say of the answer, for the pane beside the grid.
  String full(Row row) {
    return switch (outcome(row)) {
      case RowOutcome.Answered a ->
          (ValueText.pretty(a.text()) + "\n\n" + said(marks(row))).strip();
      case RowOutcome.Failed f -> failure(f.why()) + "\n\n" + f.message();
      case RowOutcome.Blocked b -> words.get("results.row.blocked") + "\n\n" + b.reason();
      case RowOutcome.Missing _ -> words.get("results.row.missing");
    };
  }

  String cause(ErrorKind.Cause cause) {
    return switch (cause) {
      case ErrorKind.Cause.Failure failure -> failure(failure.kind());
      case ErrorKind.Cause.Policy policy -> words.get("results.row.blocked-by", policy.reason());
      case ErrorKind.Cause.NoContent(String reason) ->
          reason.isEmpty()
              ? words.get("results.row.no-content")
              : words.get("results.row.no-content-by", reason);
      case ErrorKind.Cause.NoResponse _ -> words.get("results.row.missing");
      case ErrorKind.Cause.OddAnswer _ -> words.get("results.row.odd");
      case ErrorKind.Cause.MendedAnswer _ -> words.get("results.row.mended");
    };
  }

  private String failure(FailureKind kind) {
    return switch (kind) {
      case CAPACITY -> words.get("results.row.capacity");
      case TIMEOUT -> words.get("results.row.timeout");
      case SERVICE -> words.get("results.row.service");
      case BAD_REQUEST -> words.get("results.row.bad-request");
      case NOT_ALLOWED -> words.get("results.row.not-allowed");
      case NOT_FOUND -> words.get("results.row.not-found");
      case UNREADABLE -> words.get("results.row.unreadable");
      case NO_CONTENT -> words.get("results.row.no-content");
      case CUT_OFF -> words.get("results.row.cut-off");
      case OTHER -> words.get("results.row.other");
    };
  }
}
