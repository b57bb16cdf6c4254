package dev.pollux.app.tour;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `tour.json`: each step with its milliseconds, clicks and pictures, and every stall of the FX
/// thread over 50 ms.
final class TourReport {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private final List<Step> steps = new ArrayList<>();

  /// One step; `problem` is empty when it went well.
  ///
  /// @param clicks how often a button of the mouse was pressed in it
  /// @param keyStrokes how many keys were, letters of texts included
  record Step(
      String name,
      long millis,
      int clicks,
      int keyStrokes,
      List<String> pictures,
      String problem) {}

  /// Of the window's process, in millions of bytes; empty where the system does not say it.
  record Memory(OptionalLong beforeTheFirstStep, OptionalLong afterTheLast) {}

  record Content(
      boolean ok,
      long startToUsableMillis,
      long startProcessorMillis,
      Memory residentMegabytes,
      int clicksToSubmit,
      int keyStrokesToSubmit,
      List<Step> steps,
      List<StallWatch.Stall> stallsOver50Ms) {}

  void add(Step step) {
    steps.add(step);
  }

  boolean ok() {
    return steps.stream().allMatch(s -> s.problem().isEmpty());
  }

  /// What a person does from the first window until the job is sent.
  String effort() {
    return upToSubmit(Step::clicks)
        + " clicks and "
        + upToSubmit(Step::keyStrokes)
        + " key strokes from the first window to a submitted job";
  }

  private int upToSubmit(ToIntFunction<Step> figure) {
    int sum = 0;
    for (Step step : steps) {
      sum += figure.applyAsInt(step);
      if (step.name().equals(TourScript.SUBMITTED)) {
        break;
      }
    }
    return sum;
  }

  void write(Path file, TourStart start, Memory memory, List<StallWatch.Stall> stalls) {
    JSON.writeValue(
        file.toFile(),
        new Content(
            ok(),
            start.millis(),
            start.processorMillis(),
            memory,
            upToSubmit(Step::clicks),
            upToSubmit(Step::keyStrokes),
            steps,
            stalls));
  }
}
