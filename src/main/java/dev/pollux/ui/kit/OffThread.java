package dev.pollux.ui.kit;

import java.util.function.Consumer;

/// Has work done where it may take its time. Called on the FX thread.
@FunctionalInterface
public interface OffThread {
  /// @param work runs elsewhere, and leaves what it makes where `done` finds it
  /// @param done called on the FX thread after the work
  /// @param failed called on the FX thread instead, with what the work threw
  /// @return what cancels it: nothing is called then
  Runnable run(Runnable work, Runnable done, Consumer<Exception> failed);
}
