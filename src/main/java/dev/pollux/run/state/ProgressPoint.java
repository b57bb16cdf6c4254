package dev.pollux.run.state;

import java.time.Instant;

/// So many rows of a job were done at that time.
public record ProgressPoint(Instant at, long done) {}
