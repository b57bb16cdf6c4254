package dev.pollux.draft;

import dev.pollux.cloud.CloudException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks up everything about a draft that is not known yet, one question after the other, for those
/// who can wait: the command line, and tests.
public record DraftResearch(Lookups lookups) {
  private static final Logger LOG = LoggerFactory.getLogger(DraftResearch.class);

  /// Asks until no question is open. A question that fails becomes a [Fact.Failed], and the others
  /// are asked all the same.
  ///
  /// @throws InterruptedException when somebody stopped it
  public DraftState complete(DraftState draft) throws InterruptedException {
    DraftState state = lookups.fitted(draft);
    Optional<Lookup<?>> next = first(state);
    while (next.isPresent()) {
      state = lookups.fitted(asked(next.get(), state));
      next = first(state);
    }
    return state;
  }

  private Optional<Lookup<?>> first(DraftState state) {
    return lookups.wanted(state).stream().findFirst();
  }

  private static <V> DraftState asked(Lookup<V> lookup, DraftState state)
      throws InterruptedException {
    Object about = lookup.subject(state).orElseThrow();
    return lookup.put(state, answer(lookup, about, state));
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
