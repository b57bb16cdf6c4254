package dev.pollux.run.follow;

import dev.pollux.cloud.CloudException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time of the service, by which it dates its jobs: how long one runs and when it expires is
/// counted by that, whatever the clock of this machine says. The service is asked once, and again
/// where the machine's clock leapt, as after sleep or when somebody set it. May be used from any
/// thread.
public final class ServerClock implements InstantSource {
  private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);

  /// The service tells whole seconds, and its answer takes a while.
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(5);
  private final InstantSource machine;
  private final LongSupplier nanos;
  private final Source source;
  private volatile Duration ahead = Duration.ZERO;
  private boolean asked;
  private boolean told;
  private Instant then = Instant.EPOCH;
  private long nanosThen;

  /// Asks the service for its time; blocks.
  public interface Source {
    Instant ask() throws CloudException;
  }

  /// @param nanos a clock that only goes forward, as [System#nanoTime()]
  public ServerClock(InstantSource machine, LongSupplier nanos, Source source) {
    this.machine = machine;
    this.nanos = nanos;
    this.source = source;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }

  /// Asks the service where that may change something; to be called at each tick. A service that
  /// does not answer leaves it as it was.
  synchronized void keep() {
    Instant now = machine.instant();
    long nanosNow = nanos.getAsLong();
    Duration passed = Duration.ofNanos(nanosNow - nanosThen);
    boolean leapt = Duration.between(then.plus(passed), now).abs().compareTo(CLOSE) > 0;
    if (asked && !leapt && (told || passed.compareTo(ASKED_AGAIN_AFTER) < 0)) {
      return;
    }
    asked = true;
    then = now;
    nanosThen = nanosNow;
    try {
      Duration off = Duration.between(machine.instant(), source.ask());
      told = true;
      ahead = off.abs().compareTo(CLOSE) > 0 ? off : Duration.ZERO;
    } catch (CloudException e) {
      told = false;
      LOG.info("The service did not tell its time: {}", e.getMessage());
    }
  }
}
