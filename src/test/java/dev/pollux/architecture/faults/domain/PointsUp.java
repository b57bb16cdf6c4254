package dev.pollux.architecture.faults.domain;

import dev.pollux.architecture.faults.cloud.Reached;

/// An arrow that goes up, and the other half of a circle.
public interface PointsUp {
  Reached up();
}
