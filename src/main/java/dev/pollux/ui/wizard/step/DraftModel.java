package dev.pollux.ui.wizard.step;

import dev.pollux.draft.Draft;
import dev.pollux.draft.check.DraftChecks;
import dev.pollux.draft.lookup.Lookups;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Facts;
import dev.pollux.draft.state.JobContext;
import dev.pollux.draft.trial.Trial;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The draft that the wizard edits, with what is known about it. Nobody writes but by [#edit] and
/// [#learn]; everything that is shown follows from [#state()]. Undo is the list of drafts before.
/// FX thread only.
public final class DraftModel {
  /// More steps back than a person takes.
  private static final int HISTORY = 200;

  private final Lookups lookups;
  private final ReadOnlyObjectWrapper<DraftState> state;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final Deque<Draft> before = new ArrayDeque<>();
  private final Deque<Draft> after = new ArrayDeque<>();
  private String lastEdit = "";

  public DraftModel(JobContext context, Lookups lookups) {
    this.lookups = lookups;
    DraftState first = new DraftState(Draft.EMPTY, Facts.NONE, context);
    this.state = new ReadOnlyObjectWrapper<>(first);
  }

  public ReadOnlyObjectProperty<DraftState> state() {
    return state.getReadOnlyProperty();
  }

  public DraftState now() {
    return state.get();
  }

  public Draft draft() {
    return now().draft();
  }

  /// What stops the draft as it is now.
  public DraftChecks checks() {
    return lookups.plans().checks(now());
  }

  /// Exactly what would be sent; empty while something before the review, or the name, stops it.
  public Optional<RunPlan> plan() {
    return lookups.plans().plan(now());
  }

  /// Whether the draft says enough for a question to be asked.
  public boolean canAsk(Facts.Topic topic) {
    return lookups.of(topic).subject(now()).isPresent();
  }

  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  /// Changes the draft; what was looked up about a part that changed is forgotten.
  ///
  /// @param what is edited: several edits of the same in a row, as in typing, are one step of undo;
  ///   empty for an edit that is a step of its own
  public void edit(String what, UnaryOperator<Draft> change) {
    Draft now = draft();
    Draft next = change.apply(now);
    if (next.equals(now)) {
      return;
    }
    if (what.isEmpty() || !what.equals(lastEdit)) {
      push(before, now);
    }
    lastEdit = what;
    after.clear();
    show(now().with(next));
  }

  /// Whether the last edit was one of several in a row, so that more of them may follow at once.
  public boolean isTyping() {
    return !lastEdit.isEmpty();
  }

  /// The next edit is a step of undo of its own.
  public void endEdit() {
    lastEdit = "";
  }

  public void undo() {
    step(before, after);
  }

  public void redo() {
    step(after, before);
  }

  private void step(Deque<Draft> from, Deque<Draft> to) {
    if (!from.isEmpty()) {
      push(to, draft());
      lastEdit = "";
      show(now().with(from.pop()));
    }
  }

  private static void push(Deque<Draft> stack, Draft draft) {
    stack.push(draft);
    if (stack.size() > HISTORY) {
      stack.removeLast();
    }
  }

  /// Brings back a draft that was kept; there is nothing to undo before it.
  public void restore(Draft kept) {
    before.clear();
    after.clear();
    lastEdit = "";
    show(now().with(kept));
  }

  /// Goes on with another draft: what can be undone, and what was tried, come along.
  public void goOnFrom(DraftModel other) {
    restore(other.draft());
    before.addAll(other.before);
    after.addAll(other.after);
    learn(state ->
        state.with(state.facts().withTrial(other.now().facts().trial().map(Trial::stopped))));
  }

  /// Takes what was looked up.
  public void learn(UnaryOperator<DraftState> answer) {
    show(answer.apply(now()));
  }

  private void show(DraftState next) {
    DraftState fitted = lookups.fitted(next);
    canUndo.set(!before.isEmpty());
    canRedo.set(!after.isEmpty());
    if (!fitted.equals(state.get())) {
      state.set(Objects.requireNonNull(fitted));
    }
  }
}
