package dev.pollux.results;

import dev.pollux.results.outcome.FailureKind;
import dev.pollux.results.outcome.RowOutcome;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the answers of a table say, row by row, kept while they are counted so that nobody reads
/// them twice. Beyond a bound of memory the rows that follow are counted, and not kept.
public final class AnswerValues {
  /// 36 MB.
  private static final int MOST_CELLS = 4_000_000;

  private static final int MOST_COLUMNS = 60;

  /// What the column of the finish reasons is called: no member has such a name.
  public static final String ENDS = "\0ends";

  private final int mostCells;
  private final Map<String, ValueColumn> members = new LinkedHashMap<>();
  private final ValueColumn texts = new ValueColumn("");
  private final ValueColumn ends = new ValueColumn(ENDS);
  private final BitSet objects = new BitSet();
  private int rows;
  private boolean whole = true;

  public AnswerValues() {
    this(MOST_CELLS);
  }

  AnswerValues(int mostCells) {
    this.mostCells = mostCells;
  }

  void add(DecodedRow row) {
    int columns = members.size() + 2;
    if (!whole || (rows + 1L) * columns > mostCells) {
      whole = false;
      return;
    }
    ends.put(rows, end(row.outcome()));
    if (row.outcome() instanceof RowOutcome.Answered answer) {
      texts.put(rows, answer.text());
      row.object().ifPresent(this::members);
    }
    rows++;
  }

  private void members(AnswerObject answer) {
    answer.object().properties().forEach(member -> put(member.getKey(), member.getValue()));
    objects.set(rows);
    members.values().stream()
        .filter(column -> column.kind(rows) == ValueColumn.Kind.NONE)
        .forEach(column -> column.put(rows, ""));
  }

  private void put(String name, JsonNode value) {
    if (members.size() < MOST_COLUMNS || members.containsKey(name)) {
      members.computeIfAbsent(name, this::late).put(rows, value);
    }
  }

  /// Answers before the first that has such a member had none.
  private ValueColumn late(String name) {
    ValueColumn column = new ValueColumn(name);
    objects.stream().forEach(row -> column.put(row, ""));
    return column;
  }

  /// The finish reason, as far as the service said one.
  private static String end(RowOutcome outcome) {
    return switch (outcome) {
      case RowOutcome.Answered a -> a.finishReason();
      case RowOutcome.Blocked b -> b.reason();
      case RowOutcome.Failed f ->
          f.why() == FailureKind.NO_CONTENT || f.why() == FailureKind.CUT_OFF ? f.message() : "";
      case RowOutcome.Missing _ -> "";
    };
  }

  /// How many rows were kept, from the first on.
  public int rows() {
    return rows;
  }

  /// Whether those are all rows that were counted.
  public boolean isWhole() {
    return whole;
  }

  public List<ValueColumn> members() {
    return List.copyOf(members.values());
  }

  public Optional<ValueColumn> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /// The answers as they are, whatever their form.
  public ValueColumn texts() {
    return texts;
  }

  /// The finish or block reasons in the service's words, empty where it gave none.
  public ValueColumn ends() {
    return ends;
  }
}
