package dev.pollux.architecture.faults.run;

/// A name that says nothing, and a thread of its own.
public class StringUtils {
  Thread run() {
    return Thread.ofVirtual().unstarted(() -> {});
  }
}
