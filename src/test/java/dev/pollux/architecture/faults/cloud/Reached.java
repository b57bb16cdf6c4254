package dev.pollux.architecture.faults.cloud;

import dev.pollux.architecture.faults.domain.PointsUp;

/// One half of a circle.
public interface Reached {
  PointsUp back();
}
