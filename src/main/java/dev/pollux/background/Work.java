package dev.pollux.background;

/// A blocking piece of work. It runs on a virtual thread, may be interrupted, and returns records,
/// never observables.
@FunctionalInterface
public interface Work<T> {
  T call(Progress progress) throws Exception;
}
