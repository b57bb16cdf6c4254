package dev.pollux.run.submit;

import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Since when this process looks for a run's job in vain. Counts on a clock that only goes forward,
/// as fast as the service's own: neither the machine's clock nor the service's must be right.
/// Another process begins to count anew.
public final class FruitlessLooks {
  private final LongSupplier nanos;
  private final Map<RunId, First> first = new ConcurrentHashMap<>();

  /// @param changed when the run became what it is: a create that went out later counts anew
  private record First(Instant changed, long at) {}

  /// @param nanos a clock like [System#nanoTime()]
  public FruitlessLooks(LongSupplier nanos) {
    this.nanos = nanos;
  }

  long now() {
    return nanos.getAsLong();
  }

  /// A look that was begun at `asked` found nothing. Returns the time since the first such look.
  Duration note(Run run, long asked) {
    First since =
        first.compute(
            run.plan().id(),
            (_, old) ->
                old != null && old.changed().equals(run.changed())
                    ? old
                    : new First(run.changed(), asked));
    return Duration.ofNanos(asked - since.at());
  }

  /// Whether another look could tell more than the last: it is the first, or so long after it.
  boolean isDue(Run run, Duration patience) {
    First since = first.get(run.plan().id());
    return since == null
        || !since.changed().equals(run.changed())
        || now() - since.at() >= patience.toNanos();
  }
}
