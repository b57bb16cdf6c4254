package dev.pollux.results;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.value.Field;
import dev.pollux.results.outcome.ErrorKind;
import dev.pollux.results.outcome.FailureKind;
import dev.pollux.results.outcome.FateCounts;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.results.outcome.RowOutcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/// What became of all rows of a job: the four counts always add up to [#input()]. `truncated` of
/// the answered were cut by the limit on output tokens. Where `inputKnown` is false nobody knows
/// how many rows went in: rows that never came out are not among the missing then. `rows` are the
/// rows of the output by what became of them; `tokens` are those of the prompts that are not long,
/// and `longTokens` those of the long ones, which may have other prices; `answers` are the columns
/// that the answers make, none when they are text; `versions` are the models that gave them;
/// `fates` says more exactly what became of the rows, and `values` what the answers say.
public record Accounting(
    long answered,
    long truncated,
    long failed,
    long blocked,
    long missing,
    boolean inputKnown,
    TokenUsage tokens,
    TokenUsage longTokens,
    List<ErrorKind> errors,
    Map<OutcomeKind, RowSet> rows,
    List<Field> answers,
    ModelVersions versions,
    FateCounts fates,
    AnswerValues values) {
  public Accounting {
    errors = List.copyOf(errors);
    rows = Map.copyOf(rows);
    answers = List.copyOf(answers);
  }

  public RowSet rows(OutcomeKind kind) {
    return rows.getOrDefault(kind, new RowSet(new BitSet()));
  }

  public long input() {
    return answered + failed + blocked + missing;
  }

  /// Counts outcomes as they are read. Takes half a byte for a row, and what [AnswerValues] takes,
  /// which has a bound.
  public static final class Tally {
    private long answered;
    private long truncated;
    private long failed;
    private long blocked;
    private long missing;
    private long rows;
    private TokenUsage tokens = TokenUsage.NONE;
    private TokenUsage longTokens = TokenUsage.NONE;
    private final Map<ErrorKind.Cause, ErrorKind> errors = new LinkedHashMap<>();
    private final Map<ErrorKind.Cause, ErrorKind> odd = new LinkedHashMap<>();
    private final Map<OutcomeKind, BitSet> byKind = new EnumMap<>(OutcomeKind.class);
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<RowFate, Long> fates = new EnumMap<>(RowFate.class);
    private final AnswerColumns answers = new AnswerColumns();
    private final AnswerValues values = new AnswerValues();
    private final LongPredicate longPrompt;

    /// @param longPrompt whether a prompt of so many tokens is billed as a long one
    public Tally(LongPredicate longPrompt) {
      this.longPrompt = longPrompt;
    }

    public void add(RowOutcome outcome) {
      add(DecodedRow.of(outcome));
    }

    void add(DecodedRow row) {
      RowOutcome outcome = row.outcome();
      switch (outcome) {
        case RowOutcome.Answered a -> {
          answered++;
          truncated += a.truncated() ? 1 : 0;
          use(a.tokens());
          if (!a.modelVersion().isBlank()) {
            versions.merge(a.modelVersion(), 1L, Long::sum);
          }
        }
        case RowOutcome.Failed f -> {
          failed++;
          use(f.tokens());
          error(cause(f), f.message());
        }
        case RowOutcome.Blocked b -> {
          blocked++;
          use(b.tokens());
          error(new ErrorKind.Cause.Policy(b.reason()), b.reason());
        }
        case RowOutcome.Missing _ -> {
          missing++;
          error(new ErrorKind.Cause.NoResponse(), "");
        }
      }
      byKind.computeIfAbsent(outcome.kind(), _ -> new BitSet()).set(Math.toIntExact(rows));
      fates.merge(RowFate.of(outcome), 1L, Long::sum);
      form(row);
      values.add(row);
      rows++;
    }

    /// Whether answers that make columns have their form is known only in the end.
    private void form(DecodedRow row) {
      if (row.outcome() instanceof RowOutcome.Answered answer && !answer.truncated()) {
        Optional<AnswerObject> object = row.object();
        answers.add(object);
        if (object.isEmpty()) {
          count(odd, new ErrorKind.Cause.OddAnswer(), answer.text());
        } else if (object.get().mended()) {
          count(odd, new ErrorKind.Cause.MendedAnswer(), answer.text());
        }
      }
    }

    private void use(TokenUsage used) {
      if (longPrompt.test(used.prompt())) {
        longTokens = longTokens.plus(used);
      } else {
        tokens = tokens.plus(used);
      }
    }

    private static ErrorKind.Cause cause(RowOutcome.Failed failed) {
      return failed.why() == FailureKind.NO_CONTENT
          ? new ErrorKind.Cause.NoContent(failed.message())
          : new ErrorKind.Cause.Failure(failed.why(), failed.code());
    }

    private void error(ErrorKind.Cause cause, String example) {
      count(errors, cause, example);
    }

    private void count(
        Map<ErrorKind.Cause, ErrorKind> into, ErrorKind.Cause cause, String example) {
      into.merge(
          cause,
          new ErrorKind(cause, 1, rows, example),
          (before, _) ->
              new ErrorKind(cause, before.rows() + 1, before.firstRow(), before.example()));
    }

    public long rows() {
      return rows;
    }

    /// The accounts when `input` rows went in: those that did not come out are missing.
    public Accounting against(Optional<Long> input) {
      List<Field> columns = answers.fields();
      List<ErrorKind> kinds = new ArrayList<>(errors.values());
      if (!columns.isEmpty()) {
        kinds.addAll(odd.values());
      }
      kinds.sort(Comparator.comparingLong(ErrorKind::rows).reversed());
      Map<OutcomeKind, RowSet> sets = new EnumMap<>(OutcomeKind.class);
      byKind.forEach((kind, set) -> sets.put(kind, new RowSet(set)));
      long never = Math.max(0, input.orElse(rows) - rows);
      return new Accounting(
          answered,
          truncated,
          failed,
          blocked,
          missing + never,
          input.isPresent(),
          tokens,
          longTokens,
          kinds,
          sets,
          columns,
          new ModelVersions(versions),
          new FateCounts(fates).plusMissing(never),
          values);
    }
  }
}
