package dev.pollux.draft.trial;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.value.Row;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSpec;
import dev.pollux.prompt.RowColumns;
import dev.pollux.prompt.answer.AnswerCheck;
import dev.pollux.prompt.answer.AnswerMark;
import dev.pollux.results.outcome.RowOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Some rows that are asked at once, at online price, to see what the answers are like. It stays
/// when the draft changes: it was paid, and says what it asked.
///
/// @param id tells one trial from the next, so that a late answer goes nowhere
public record Trial(long id, Subject subject, List<TrialRow> rows) {
  /// Rows that may be tried at once.
  public static final int MOST = 20;

  /// What a trial asks, and of whom.
  public record Subject(TableInfo table, RequestSpec spec, GeminiModel model, Location location) {}

  public Trial {
    rows = List.copyOf(rows);
  }

  /// A trial of these rows, of which none was asked so far.
  ///
  /// @param drawn rows by their index in the table, from 0
  static Trial of(long id, Subject subject, RequestRenderer renderer, Map<Long, Row> drawn) {
    return new Trial(
        id,
        subject,
        drawn.entrySet().stream()
            .map(e ->
                new TrialRow(
                    e.getKey() + 1,
                    e.getValue(),
                    renderer.text(e.getValue()),
                    renderer.json(e.getValue()),
                    new TrialRow.State.Waiting()))
            .toList());
  }

  public boolean isRunning() {
    return rows.stream().anyMatch(row -> !row.state().isOver());
  }

  /// What was not asked for in the answer of a row; none as long as there is no answer, and where a
  /// text was asked.
  public List<AnswerMark> marks(TrialRow row) {
    return row.state() instanceof TrialRow.State.Done(RowOutcome.Answered answer, var _)
        ? subject
            .spec()
            .answer()
            .map(schema ->
                AnswerCheck.check(
                    answer.text(), schema, new RowColumns(subject.table().schema(), row.row())))
            .orElse(List.of())
        : List.of();
  }

  public Trial with(int index, TrialRow.State state) {
    List<TrialRow> all = new ArrayList<>(rows);
    all.set(index, all.get(index).with(state));
    return new Trial(id, subject, all);
  }

  /// What has come stays.
  public Trial stopped() {
    return new Trial(
        id,
        subject,
        rows.stream()
            .map(row -> row.state().isOver() ? row : row.with(new TrialRow.State.Stopped()))
            .toList());
  }
}
