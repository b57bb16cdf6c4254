package dev.pollux.app.sandbox;

import dev.pollux.app.child.InnerSandbox;
import dev.pollux.app.child.SandboxHost;
import dev.pollux.app.child.SandboxLaunch;
import dev.pollux.app.child.SandboxSupervisor;
import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.settings.DataDirectory;
import dev.pollux.ui.connection.SandboxControls;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The sandbox of a window: where it serves, what goes wrong in it on purpose, and what becomes of
/// its process.
public final class WindowSandbox implements SandboxHost, SandboxSupervisor.Events {
  private final SandboxHost host;
  private final Runnable startAgain;
  private @Nullable SandboxFaults faults;
  private SandboxSupervisor.@Nullable Events window;
  private final List<Consumer<SandboxSupervisor.Events>> early = new ArrayList<>();

  private WindowSandbox(Function<WindowSandbox, SandboxSupervisor> beside) {
    SandboxSupervisor supervisor = beside.apply(this);
    host = supervisor;
    startAgain = supervisor::startAgain;
  }

  private WindowSandbox(InnerSandbox inner) {
    host = inner;
    startAgain = () -> {};
  }

  /// In a process of its own, which is started again when it ends.
  public static WindowSandbox beside(SandboxLaunch launch, InstantSource clock) {
    return new WindowSandbox(events -> new SandboxSupervisor(launch, clock, events));
  }

  /// In the window's own process.
  public static WindowSandbox inside(DataDirectory directory, InstantSource clock) {
    return new WindowSandbox(new InnerSandbox(directory, clock));
  }

  /// From now on the window hears of it, and of what happened before.
  public synchronized void showIn(SandboxSupervisor.Events shown) {
    window = shown;
    early.forEach(event -> event.accept(shown));
    early.clear();
  }

  private synchronized void say(Consumer<SandboxSupervisor.Events> event) {
    if (window == null) {
      early.add(event);
    } else {
      event.accept(window);
    }
  }

  @Override
  public void prepare() {
    host.prepare();
  }

  @Override
  public SandboxAddress address() throws IOException, InterruptedException {
    SandboxAddress at = host.address();
    synchronized (this) {
      if (faults == null) {
        faults = new SandboxFaults(at);
      }
    }
    return at;
  }

  /// What can be turned in it; empty before it has served.
  public synchronized Optional<SandboxControls> controls() {
    return Optional.ofNullable(faults);
  }

  /// After it was given up.
  public void startAgain() {
    startAgain.run();
  }

  @Override
  public void ended(int code) {
    say(events -> events.ended(code));
  }

  @Override
  public void back(SandboxAddress at, boolean elsewhere) {
    synchronized (this) {
      if (faults != null) {
        faults.startedAgain(at);
      }
    }
    say(events -> events.back(at, elsewhere));
  }

  @Override
  public void gaveUp(String said) {
    say(events -> events.gaveUp(said));
  }

  @Override
  public void close() {
    host.close();
  }
}
