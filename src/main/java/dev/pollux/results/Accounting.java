package dev.pollux.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What became of all rows of a job: the four counts always add up to [#input()]. `truncated` of
/// the answered were cut by the limit on output tokens.
public record Accounting(
    long answered,
    long truncated,
    long failed,
    long blocked,
    long missing,
    Tokens tokens,
    List<ErrorKind> errors) {
  public Accounting {
    errors = List.copyOf(errors);
  }

  public long input() {
    return answered + failed + blocked + missing;
  }

  /// Counts outcomes as they are read. Its size is that of the kinds of error, not of the rows.
  public static final class Tally {
    private long answered;
    private long truncated;
    private long failed;
    private long blocked;
    private long missing;
    private long rows;
    private Tokens tokens = Tokens.NONE;
    private final Map<ErrorKind.Cause, ErrorKind> errors = new LinkedHashMap<>();

    public void add(Outcome outcome) {
      switch (outcome) {
        case Outcome.Answered a -> {
          answered++;
          truncated += a.truncated() ? 1 : 0;
          tokens = tokens.plus(a.tokens());
        }
        case Outcome.Failed f -> {
          failed++;
          error(new ErrorKind.Cause.Failure(f.kind(), f.code()), f.message());
        }
        case Outcome.Blocked b -> {
          blocked++;
          tokens = tokens.plus(b.tokens());
          error(new ErrorKind.Cause.Policy(b.reason()), b.reason());
        }
        case Outcome.Missing _ -> {
          missing++;
          error(new ErrorKind.Cause.NoResponse(), "");
        }
      }
      rows++;
    }

    private void error(ErrorKind.Cause cause, String example) {
      errors.merge(
          cause,
          new ErrorKind(cause, 1, rows, example),
          (before, _) ->
              new ErrorKind(cause, before.rows() + 1, before.firstRow(), before.example()));
    }

    public long rows() {
      return rows;
    }

    /// The accounts when `input` rows went in: those that did not come out are missing.
    public Accounting against(long input) {
      List<ErrorKind> kinds = new ArrayList<>(errors.values());
      kinds.sort(Comparator.comparingLong(ErrorKind::rows).reversed());
      return new Accounting(
          answered, truncated, failed, blocked, missing + Math.max(0, input - rows), tokens, kinds);
    }
  }
}
