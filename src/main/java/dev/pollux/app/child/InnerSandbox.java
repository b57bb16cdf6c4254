package dev.pollux.app.child;

import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.cli.sandbox.SandboxHold;
import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.DirectoryHold;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sandbox in this process: for a command that ends after seconds, for which a second JVM would
/// take longer than its work, and for the training, which has to see all classes in one process.
public final class InnerSandbox implements SandboxHost {
  private static final Logger LOG = LoggerFactory.getLogger(InnerSandbox.class);
  private final DataDirectory directory;
  private final InstantSource clock;
  private @Nullable Sandbox sandbox;
  private @Nullable DirectoryHold hold;

  public InnerSandbox(DataDirectory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public void prepare() {
    // A command asks for it at once.
  }

  @Override
  public synchronized SandboxAddress address() throws IOException, InterruptedException {
    Sandbox running = sandbox;
    if (running == null) {
      hold = SandboxHold.take(directory, "pollux", SandboxHold.PATIENCE);
      running = start();
      sandbox = running;
    }
    return new SandboxAddress(
        URI.create(running.restUrl()), running.grpcTarget(), running.token(), running.project());
  }

  private Sandbox start() throws IOException {
    boolean started = false;
    try {
      Sandbox fresh = Sandbox.start(SandboxOptions.at(directory.sandbox(), clock));
      started = true;
      return fresh;
    } finally {
      if (!started) {
        release();
      }
    }
  }

  private void release() {
    DirectoryHold held = hold;
    hold = null;
    if (held == null) {
      return;
    }
    try {
      held.close();
    } catch (IOException e) {
      LOG.warn("The sandbox's data stay held until this process ends", e);
    }
  }

  @Override
  public synchronized void close() {
    if (sandbox != null) {
      sandbox.close();
      sandbox = null;
    }
    release();
  }
}
