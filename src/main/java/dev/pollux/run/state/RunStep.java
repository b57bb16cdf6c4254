package dev.pollux.run.state;

import java.time.Instant;
import java.util.Optional;

/// A stage of a run and what it met there.
///
/// @param at when the run came to it
/// @param problem the last that was heard there of what went wrong
public record RunStep(RunStage stage, Instant at, Optional<String> problem) {
  RunStep(RunStage stage, Instant at) {
    this(stage, at, Optional.empty());
  }
}
