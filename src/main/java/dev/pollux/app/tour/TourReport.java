package dev.pollux.app.tour;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `tour.json`: each step with its milliseconds and picture, and every stall of the FX thread over
/// 50 ms.
final class TourReport {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private final List<Step> steps = new ArrayList<>();

  /// One step; `problem` is empty when it went well.
  record Step(String name, long millis, List<String> pictures, String problem) {}

  record Content(
      boolean ok,
      long startToUsableMillis,
      List<Step> steps,
      List<StallWatch.Stall> stallsOver50Ms) {}

  void add(Step step) {
    steps.add(step);
  }

  boolean ok() {
    return steps.stream().allMatch(s -> s.problem().isEmpty());
  }

  void write(Path file, long startMillis, List<StallWatch.Stall> stalls) {
    JSON.writeValue(file.toFile(), new Content(ok(), startMillis, steps, stalls));
  }
}
