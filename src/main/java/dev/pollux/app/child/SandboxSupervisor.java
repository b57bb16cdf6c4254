package dev.pollux.app.child;

import dev.pollux.cli.sandbox.SandboxAddress;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Keeps one process of the sandbox going: starts it when it is first needed, and again at the same
/// place when it ends without being told to.
public final class SandboxSupervisor implements SandboxHost {
  /// So long a start may take: with a new file on a slow, busy machine it took 12 s, and one that
  /// waits for another to end 8 s more.
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int RESTARTS = 3;
  private final Spawner spawner;
  private final Duration patience;
  private final InstantSource clock;
  private final Events events;
  private final RestartLimit limit = new RestartLimit(RESTARTS, Duration.ofMinutes(1));
  // Present from the first start on; of the one that runs, or comes up, now.
  private @Nullable CompletableFuture<SandboxAddress> served;
  private @Nullable ChildProcess child;
  private boolean closed;

  /// Makes processes.
  interface Spawner {
    ChildProcess spawn(SandboxPlace at) throws SandboxNotStarted;
  }

  /// What becomes of it after it was up. Called on threads of the supervisor's own.
  public interface Events {
    /// It ended, and is started again.
    void ended(int code);

    /// It serves again: at the same place as before, or `elsewhere`.
    void back(SandboxAddress at, boolean elsewhere);

    /// It is not started again before somebody asks for it.
    ///
    /// @param said what it said last, for the details
    void gaveUp(String said);
  }

  public SandboxSupervisor(SandboxLaunch launch, InstantSource clock, Events events) {
    this(place -> SandboxChild.spawn(launch.at(place)), PATIENCE, clock, events);
  }

  SandboxSupervisor(Spawner spawner, Duration patience, InstantSource clock, Events events) {
    this.spawner = spawner;
    this.patience = patience;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public void prepare() {
    var _ = serving();
  }

  private synchronized CompletableFuture<SandboxAddress> serving() {
    CompletableFuture<SandboxAddress> now = served;
    if (now == null) {
      now = new CompletableFuture<>();
      served = now;
      begin("sandbox-start", () -> first(SandboxPlace.fresh()));
    }
    return now;
  }

  @Override
  public SandboxAddress address() throws IOException, InterruptedException {
    CompletableFuture<SandboxAddress> now = serving();
    try {
      return now.get();
    } catch (ExecutionException e) {
      forgetFailure();
      throw e.getCause() instanceof SandboxNotStarted why ? why : new IOException(e.getCause());
    }
  }

  /// Tries once more after it was given up, at a place of its own: whoever waits for the old one
  /// may have it.
  public void startAgain() {
    synchronized (this) {
      if (served != null) {
        return;
      }
      limit.reset();
      served = new CompletableFuture<>();
    }
    begin(
        "sandbox-restart",
        () -> {
          try {
            events.back(launch(SandboxPlace.fresh()), true);
          } catch (SandboxNotStarted e) {
            giveUp(e);
          }
        });
  }

  private void first(SandboxPlace place) throws InterruptedException {
    CompletableFuture<SandboxAddress> now = expected();
    try {
      launch(place);
    } catch (SandboxNotStarted e) {
      now.completeExceptionally(e);
    }
  }

  /// Starts a process and waits until it serves; from then on its end is heard of.
  private SandboxAddress launch(SandboxPlace place) throws SandboxNotStarted, InterruptedException {
    CompletableFuture<SandboxAddress> now = expected();
    ChildProcess spawned = spawn(place);
    boolean up = false;
    try {
      SandboxAddress at = spawned.address(patience);
      up = true;
      now.complete(at);
      var _ = spawned.ended().thenAccept(code -> onEnded(spawned, at, code));
      return at;
    } finally {
      if (!up) {
        spawned.close();
      }
    }
  }

  private synchronized CompletableFuture<SandboxAddress> expected() {
    return Objects.requireNonNull(served);
  }

  /// One that is made while all is closed would be left behind.
  private synchronized ChildProcess spawn(SandboxPlace place) throws SandboxNotStarted {
    if (closed) {
      throw new SandboxNotStarted(SandboxNotStarted.Reason.ENDED, "closed", null);
    }
    ChildProcess spawned = spawner.spawn(place);
    child = spawned;
    return spawned;
  }

  private void onEnded(ChildProcess which, SandboxAddress at, int code) {
    synchronized (this) {
      if (closed || !which.equals(child)) {
        return;
      }
      served = new CompletableFuture<>();
    }
    begin(
        "sandbox-restart",
        () -> {
          events.ended(code);
          restart(at, which.said());
        });
  }

  /// At the same place first; if that does not work, it may be taken, and so elsewhere.
  private void restart(SandboxAddress before, String said) throws InterruptedException {
    SandboxPlace same =
        new SandboxPlace(before.rest().getPort(), port(before.grpc()), before.token());
    SandboxPlace place = same;
    SandboxNotStarted why = new SandboxNotStarted(SandboxNotStarted.Reason.ENDED, said, null);
    while (taken()) {
      try {
        events.back(launch(place), !place.equals(same));
        return;
      } catch (SandboxNotStarted e) {
        why = e;
        place = SandboxPlace.fresh();
      }
    }
    giveUp(why);
  }

  private static int port(String target) {
    return Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
  }

  private synchronized boolean taken() {
    return !closed && limit.take(clock.instant());
  }

  private void giveUp(SandboxNotStarted why) {
    CompletableFuture<SandboxAddress> now = expected();
    now.completeExceptionally(why);
    forgetFailure();
    if (!isClosed()) {
      events.gaveUp(String.valueOf(why.getMessage()));
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /// The next who asks starts it anew.
  private synchronized void forgetFailure() {
    if (served != null && served.isCompletedExceptionally()) {
      served = null;
    }
  }

  private interface Step {
    void run() throws InterruptedException;
  }

  private static void begin(String name, Step step) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          try {
            step.run();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    ChildProcess last;
    synchronized (this) {
      closed = true;
      last = child;
    }
    if (last != null) {
      last.close();
    }
  }
}
