package dev.pollux.architecture.faults.run.state;

import dev.pollux.architecture.faults.run.follow.Follows;

/// Knows who follows runs, and has a name that something else has already.
public record PointsUp(Follows follows) {}
