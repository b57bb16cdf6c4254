package dev.pollux.draft.lookup;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.ParallelCalls;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks up everything about a draft that is not known yet, for those who can wait: the command
/// line, and tests. What can be asked now is asked at once, as in the window; what builds on those
/// answers is asked after them.
public record DraftResearch(Lookups lookups) {
  private static final Logger LOG = LoggerFactory.getLogger(DraftResearch.class);
  private static final int AT_A_TIME = 8;

  /// What one question found out, for the draft that is being looked into.
  ///
  /// @param place of the question among those asked at once
  private record Answer(int place, UnaryOperator<DraftState> known) {}

  /// Asks until no question is open. A question that fails becomes a [Fact.Failed], and the others
  /// are asked all the same.
  ///
  /// @throws InterruptedException when somebody stopped it
  public DraftState complete(DraftState draft) throws InterruptedException {
    DraftState state = lookups.fitted(draft);
    List<Lookup<?>> wanted = lookups.wanted(state);
    while (!wanted.isEmpty()) {
      state = lookups.fitted(asked(wanted, state));
      wanted = lookups.wanted(state);
    }
    return state;
  }

  private static DraftState asked(List<Lookup<?>> wanted, DraftState state)
      throws InterruptedException {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      int place = i;
      calls.add(() -> new Answer(place, asked(wanted.get(place), state)));
    }
    List<Answer> answers = new ArrayList<>(answers(calls));
    answers.sort(Comparator.comparingInt(Answer::place));
    DraftState known = state;
    for (Answer answer : answers) {
      known = answer.known().apply(known);
    }
    return known;
  }

  private static List<Answer> answers(List<Callable<Answer>> calls) throws InterruptedException {
    try {
      return new ParallelCalls(AT_A_TIME).all(calls, (_, _) -> {});
    } catch (CloudException e) {
      throw new IllegalStateException("each question keeps its own failure", e);
    }
  }

  private static <V> UnaryOperator<DraftState> asked(Lookup<V> lookup, DraftState state)
      throws InterruptedException {
    Object about = lookup.subject(state).orElseThrow();
    Fact<V> fact = answer(lookup, about, state);
    return known -> lookup.put(known, fact);
  }

  private static <V> Fact<V> answer(Lookup<V> lookup, Object about, DraftState state)
      throws InterruptedException {
    try {
      return new Fact.Known<>(about, lookup.look(state, (_, _) -> {}));
    } catch (CloudException e) {
      return new Fact.Failed<>(about, e);
    } catch (RuntimeException e) {
      LOG.error("The question about {} went wrong", lookup.topic(), e);
      return new Fact.Failed<>(about, e);
    }
  }
}
