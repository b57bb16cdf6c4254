package dev.pollux.doctor;

import dev.pollux.cloud.CloudException;
import java.util.List;

/// What became of a step.
public sealed interface StepOutcome {
  /// All is well, or what is not known stops no job.
  ///
  /// @param key of its words, below the step's own
  record Fine(String key, List<Object> args) implements StepOutcome {
    public Fine {
      args = List.copyOf(args);
    }

    static Fine of(String key, Object... args) {
      return new Fine(key, List.of(args));
    }
  }

  /// Something is wrong that Pollux found itself.
  ///
  /// @param key of its words, below the step's own
  /// @param command that mends it, lines to copy
  record Wrong(String key, List<Object> args, String command) implements StepOutcome {
    public Wrong {
      args = List.copyOf(args);
    }

    static Wrong of(String key, String command, Object... args) {
      return new Wrong(key, List.of(args), command);
    }
  }

  /// The service refused, or did not answer.
  record Refused(CloudException why, String command) implements StepOutcome {}

  /// It was not asked, since it needs a step that failed.
  record Skipped(DoctorStep needs) implements StepOutcome {}

  /// It failed for the very reason of another step, and its remedy is that one's.
  record Same(DoctorStep as) implements StepOutcome {}

  /// Whether nothing is to be mended.
  default boolean ok() {
    return this instanceof Fine;
  }
}
