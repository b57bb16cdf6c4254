package dev.pollux.ui.kit;

import java.util.function.Consumer;

/// Work that is done where it is asked for.
public final class AtOnce implements OffThread {
  @Override
  public Runnable run(Runnable work, Runnable done, Consumer<Exception> failed) {
    work.run();
    done.run();
    return () -> {};
  }
}
