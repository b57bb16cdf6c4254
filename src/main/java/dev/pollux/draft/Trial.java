package dev.pollux.draft;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.Row;
import dev.pollux.domain.TableInfo;
import dev.pollux.prompt.RequestRenderer;
import dev.pollux.prompt.RequestSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

  /// Rows that are spread over the sample, since neighbours are often alike; fewer where fewer meet
  /// the conditions.
  ///
  /// @param count how many rows, at most [#MOST]
  public static Trial drawn(long id, Subject subject, DraftState state, int count) {
    return drawn(id, subject, state, count, 0);
  }

  /// The same, and other rows with each turn, as long as there are any.
  ///
  /// @param turn 0 for the rows that are drawn first
  public static Trial drawn(long id, Subject subject, DraftState state, int count, int turn) {
    RequestRenderer renderer = state.renderer(subject.table().schema());
    Predicate<Row> matching = state.filter().orElseThrow().matching();
    List<Row> sample = state.sample();
    List<Integer> fit = new ArrayList<>();
    for (int i = 0; i < sample.size(); i++) {
      if (matching.test(sample.get(i))) {
        fit.add(i);
      }
    }
    int taken = Math.min(Math.clamp(count, 1, MOST), fit.size());
    List<TrialRow> drawn = new ArrayList<>();
    for (int i = 0; i < taken; i++) {
      int at = fit.get((int) (((long) i * fit.size() / taken + turn) % fit.size()));
      Row row = sample.get(at);
      drawn.add(
          new TrialRow(
              at + 1L, row, renderer.text(row), renderer.json(row), new TrialRow.State.Waiting()));
    }
    return new Trial(id, subject, drawn);
  }

  public boolean isRunning() {
    return rows.stream().anyMatch(row -> !row.state().isOver());
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
