package dev.pollux.draft.state;

import java.time.Instant;

/// What a job cost that asked the same of the same.
///
/// @param sent when it was decided
public record PaidBefore(double usd, Instant sent) {}
