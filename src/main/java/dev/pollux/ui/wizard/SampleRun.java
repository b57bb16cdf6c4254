package dev.pollux.ui.wizard;

import dev.pollux.background.Background;
import dev.pollux.cost.TokenCounter;
import dev.pollux.cost.TokenSample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Counts the rows at some places, several calls at a time.
final class SampleRun {
  private static final int AT_A_TIME = 6;
  private final Background background;
  private final TokenCounter counter;
  private final boolean everyRow;
  private final List<Background.Started> running = new ArrayList<>();
  private TokenSample sample = TokenSample.NONE;
  private int left;
  private IntConsumer progress = _ -> {};
  private Consumer<TokenSample> done = _ -> {};
  private Consumer<Exception> failed = _ -> {};

  SampleRun(Background background, TokenCounter counter, boolean everyRow) {
    this.background = background;
    this.counter = counter;
    this.everyRow = everyRow;
  }

  /// Hears how many rows are left.
  SampleRun onProgress(IntConsumer action) {
    progress = action;
    return this;
  }

  SampleRun onDone(Consumer<TokenSample> action) {
    done = action;
    return this;
  }

  SampleRun onFailure(Consumer<Exception> action) {
    failed = action;
    return this;
  }

  void start(List<Long> places) {
    left = places.size();
    progress.accept(left);
    SampledRequests.dealt(places, AT_A_TIME).forEach(share -> next(share, 0));
  }

  void cancel() {
    running.forEach(Background.Started::cancel);
    running.clear();
  }

  private void next(List<Long> share, int index) {
    if (index == share.size()) {
      return;
    }
    running.add(
        background
            .task(_ -> counter.count(List.of(share.get(index)), everyRow))
            .onSuccess(found -> {
              sample = sample.plus(found);
              left--;
              if (left == 0) {
                done.accept(sample);
              } else {
                progress.accept(left);
              }
              next(share, index + 1);
            })
            .onFailure(failed)
            .start());
  }
}
