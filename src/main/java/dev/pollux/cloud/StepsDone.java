package dev.pollux.cloud;

/// Hears how far a question is that takes several calls.
@FunctionalInterface
public interface StepsDone {
  void done(int done, int of);
}
