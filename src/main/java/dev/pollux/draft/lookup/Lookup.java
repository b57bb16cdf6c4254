package dev.pollux.draft.lookup;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.StepsDone;
import dev.pollux.draft.state.DraftState;
import dev.pollux.draft.state.Fact;
import dev.pollux.draft.state.Facts.Topic;
import java.time.Duration;
import java.util.Optional;

/// One question to the cloud about a draft: draft in, fact out. It blocks, can be interrupted, and
/// keeps nothing between two questions.
public interface Lookup<V> {
  Topic topic();

  /// The part of the draft that decides the answer; empty while there is nothing to ask. Two equal
  /// subjects have the same answer.
  Optional<Object> subject(DraftState state);

  V look(DraftState state, StepsDone steps) throws CloudException, InterruptedException;

  /// How long a person who types should have paused before it is worth asking.
  default Duration pause() {
    return Duration.ZERO;
  }

  default Fact<V> fact(DraftState state) {
    return state.facts().of(topic());
  }

  default DraftState put(DraftState state, Fact<V> fact) {
    return state.with(state.facts().with(topic(), fact));
  }

  /// Drops the fact if the part of the draft that it is about has changed.
  default DraftState fitted(DraftState state) {
    Fact<V> fact = fact(state);
    boolean fits =
        fact instanceof Fact.Unknown<V> || subject(state).filter(fact::isAbout).isPresent();
    return fits ? state : put(state, Fact.unknown());
  }

  /// What should be asked now: there is a subject, and nobody asked about it so far.
  default Optional<Object> wanted(DraftState state) {
    return fact(state) instanceof Fact.Unknown<V> ? subject(state) : Optional.empty();
  }
}
