package dev.pollux.run.state;

import dev.pollux.results.outcome.FateCounts;
import java.time.Instant;

/// What became of all rows of a run, as the tables said.
///
/// @param attempts how many attempts were looked at
/// @param at when they were
public record RunAccount(FateCounts rows, int attempts, Instant at) {}
