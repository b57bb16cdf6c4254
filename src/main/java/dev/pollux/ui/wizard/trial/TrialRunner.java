package dev.pollux.ui.wizard.trial;

import dev.pollux.background.Background;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.trial.Trial;
import dev.pollux.draft.trial.TrialCall;
import dev.pollux.draft.trial.TrialRow;
import dev.pollux.ui.wizard.step.DraftModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Asks the rows of a trial, some at a time; each answer is learnt as it comes, by the trial that
/// asked for it and no other.
final class TrialRunner {
  private static final int AT_A_TIME = 4;
  private final DraftModel model;
  private final TrialCall call;
  private final Background background;
  private final List<Background.Started> running = new ArrayList<>();
  private int next;

  TrialRunner(DraftModel model, TrialCall call, Background background) {
    this.model = model;
    this.call = call;
    this.background = background;
  }

  /// The trial before it is stopped.
  void start(Trial trial) {
    stop();
    next = Math.min(AT_A_TIME, trial.rows().size());
    Trial begun = trial;
    for (int i = 0; i < next; i++) {
      begun = begun.with(i, new TrialRow.State.Asking());
    }
    Trial asked = begun;
    model.learn(state -> with(state, asked));
    for (int i = 0; i < next; i++) {
      ask(trial, i);
    }
  }

  private void ask(Trial asked, int index) {
    TrialRow row = asked.rows().get(index);
    running.add(
        background
            .task(_ -> call.ask(asked.subject(), row))
            .onSuccess(state -> onAnswer(asked, index, state))
            .onFailure(problem -> onAnswer(asked, index, new TrialRow.State.Failed(problem)))
            .start());
  }

  /// An answer, and that the next row is asked, are learnt at once: all of the wizard follows from
  /// what is known, and is drawn again for each thing that is learnt.
  private void onAnswer(Trial asked, int index, TrialRow.State state) {
    if (next >= asked.rows().size()) {
      learn(asked.id(), trial -> trial.with(index, state));
      return;
    }
    int following = next++;
    learn(
        asked.id(), trial -> trial.with(index, state).with(following, new TrialRow.State.Asking()));
    ask(asked, following);
  }

  private void learn(long id, UnaryOperator<Trial> change) {
    model.learn(state ->
        state
            .facts()
            .trial()
            .filter(trial -> trial.id() == id)
            .map(trial -> with(state, change.apply(trial)))
            .orElse(state));
  }

  private static DraftState with(DraftState state, Trial trial) {
    return state.with(state.facts().withTrial(Optional.of(trial)));
  }

  /// Stops what runs; what has come stays.
  void stop() {
    running.forEach(Background.Started::cancel);
    running.clear();
    next = Integer.MAX_VALUE;
    model.learn(state ->
        state
            .facts()
            .trial()
            .filter(Trial::isRunning)
            .map(trial -> with(state, trial.stopped()))
            .orElse(state));
  }
}
