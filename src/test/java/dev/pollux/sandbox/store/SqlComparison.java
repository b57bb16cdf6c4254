package dev.pollux.sandbox.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Asks the oracle and the sandbox about many statements, and keeps what is wrong, each as small as
/// it can be made.
final class SqlComparison {
  /// What an operand that fails and can be skipped could have been, by its place. The result does
  /// not need it if it is the same with all of them.
  private static final List<IntFunction<String>> ANY =
      List.of(
          _ -> "TRUE",
          _ -> "FALSE",
          _ -> "CAST(NULL AS BOOL)",
          i -> i % 2 == 0 ? "TRUE" : "FALSE",
          i -> i % 2 == 0 ? "FALSE" : "TRUE");

  private final Function<String, SqlFate> oracle;
  private final Function<String, SqlFate> sandbox;
  private final Map<SqlVerdict, Integer> counts = new EnumMap<>(SqlVerdict.class);
  private final List<String> faults = new ArrayList<>();

  SqlComparison(Function<String, SqlFate> oracle, Function<String, SqlFate> sandbox) {
    this.oracle = oracle;
    this.sandbox = sandbox;
  }

  void compare(GeneratedSql statement) {
    SqlVerdict verdict = verdict(statement);
    if (verdict == SqlVerdict.FAULT) {
      GeneratedSql smallest = smallest(statement);
      if (isOpen(smallest)) {
        verdict = SqlVerdict.OPEN;
      } else {
        faults.add(shown(smallest));
      }
    }
    counts.merge(verdict, 1, Integer::sum);
  }

  /// Whether the answer is one that GoogleSQL leaves open.
  private boolean isOpen(GeneratedSql statement) {
    return isSkipped(statement)
        || isNull(statement)
        || isEager(statement)
        || isFilteredOut(statement)
        || isLeftByNoGroup(statement);
  }

  /// Whether HAVING leaves no group, and what fails is worked out for groups that it takes away:
  /// the oracle does so with what is the same for all of them. Without HAVING it fails for both.
  private boolean isLeftByNoGroup(GeneratedSql statement) {
    int having = statement.sql().lastIndexOf(" HAVING ");
    return having > 0
        && sandbox.apply(statement.sql()) instanceof SqlFate.Answer(_, _, List<List<String>> rows)
        && rows.isEmpty()
        && oracle.apply(statement.sql()) instanceof SqlFate.Fails
        && oracle.apply(statement.sql().substring(0, having)) instanceof SqlFate.Fails
        && sandbox.apply(statement.sql().substring(0, having)) instanceof SqlFate.Fails;
  }

  /// Whether an error of the oracle's lies in operands of AND and OR that the answer does not need.
  private boolean isSkipped(GeneratedSql statement) {
    SqlFate ours = sandbox.apply(statement.sql());
    return statement.canSkip()
        && ours instanceof SqlFate.Answer
        && oracle.apply(statement.sql()) instanceof SqlFate.Fails
        && ANY.stream()
            .map(value -> oracle.apply(statement.skipping(value)))
            .allMatch(theirs -> SqlVerdict.of(statement, theirs, ours) == SqlVerdict.RIGHT);
  }

  /// Whether the sandbox skips an array that fails for both, because a condition that is not TRUE
  /// for any of its rows stands beside it in WHERE.
  private boolean isFilteredOut(GeneratedSql statement) {
    return statement.kind().contains(" WHERE {BOOL}")
        && sandbox.apply(statement.sql()) instanceof SqlFate.Answer(_, _, List<List<String>> rows)
        && rows.equals(List.of(List.of("[]")))
        && statement.parts().stream().anyMatch(part -> isNever(part.sql()))
        && statement.parts().stream()
            .anyMatch(part ->
                oracle.apply(part.sql()) instanceof SqlFate.Fails
                    && sandbox.apply(part.sql()) instanceof SqlFate.Fails);
  }

  private boolean isNever(String sql) {
    SqlFate theirs = oracle.apply(sql);
    return theirs.equals(sandbox.apply(sql))
        && (firstValue(theirs).equals("false") || firstValue(theirs).equals("NULL"));
  }

  /// Whether the sandbox fails by a subquery that nobody asks for: a known limit, which the list of
  /// what is served tells of. The same subquery fails for both where it stands alone.
  private boolean isEager(GeneratedSql statement) {
    SqlFate ours = sandbox.apply(statement.sql());
    return ours instanceof SqlFate.Fails
        && oracle.apply(statement.sql()) instanceof SqlFate.Answer
        && statement.parts().stream()
            .filter(part -> part.sql().contains("(SELECT "))
            .anyMatch(part ->
                oracle.apply(part.sql()) instanceof SqlFate.Fails
                    && ours.equals(sandbox.apply(part.sql())));
  }

  /// Whether one part fails for both and another one says already that the whole is NULL: NULL in
  /// an operation, a place outside of an array. In which order parts are worked out is open.
  private boolean isNull(GeneratedSql statement) {
    boolean fails = false;
    boolean decided =
        statement.kind().contains("[SAFE_")
            && firstValue(sandbox.apply(statement.sql())).equals("NULL");
    for (GeneratedSql part : statement.parts()) {
      SqlFate theirs = oracle.apply(part.sql());
      SqlFate ours = sandbox.apply(part.sql());
      fails |= theirs instanceof SqlFate.Fails && ours instanceof SqlFate.Fails;
      decided |= theirs.equals(ours) && firstValue(theirs).equals("NULL");
    }
    return fails && decided;
  }

  private static String firstValue(SqlFate fate) {
    return fate instanceof SqlFate.Answer answer && !answer.rows().isEmpty()
        ? answer.rows().getFirst().getFirst()
        : "";
  }

  private SqlVerdict verdict(GeneratedSql statement) {
    CompletableFuture<SqlFate> theirs =
        CompletableFuture.supplyAsync(() -> oracle.apply(statement.sql()));
    SqlFate ours = sandbox.apply(statement.sql());
    return SqlVerdict.of(statement, theirs.join(), ours);
  }

  private GeneratedSql smallest(GeneratedSql statement) {
    for (GeneratedSql part : statement.parts()) {
      if (verdict(part) == SqlVerdict.FAULT) {
        return smallest(part);
      }
    }
    return statement;
  }

  private String shown(GeneratedSql statement) {
    return statement.kind()
        + "\n    statement: "
        + statement.sql()
        + "\n    google:    "
        + oracle.apply(statement.sql())
        + "\n    sandbox:   "
        + sandbox.apply(statement.sql());
  }

  int count(SqlVerdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  double share(SqlVerdict verdict) {
    return (double) count(verdict) / all();
  }

  /// What came out, in short.
  String figures() {
    return String.format(
        Locale.ROOT,
        "%d statements, %.1f %% not served, %.1f %% open or unknown to the oracle, %d wrong",
        all(),
        100 * share(SqlVerdict.REFUSED),
        100 * (share(SqlVerdict.OPEN) + share(SqlVerdict.UNJUDGED)),
        count(SqlVerdict.FAULT));
  }

  int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Each statement that is wrong, with both answers.
  List<String> faults() {
    return List.copyOf(faults);
  }
}
