package dev.pollux.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a tour says of its own speed and weight, held against what is surely a fault and no noise
/// of the machine.
///
/// @param work the most that the FX thread worked at a time, in each step that stalled; what it
///   waited for while others used the processor does not count
/// @param startProcessorMillis of all processors, up to a first screen that can be used
/// @param residentMegabytes before the first step; 0 where the system does not say it
record TourFigures(Map<String, Long> work, long startProcessorMillis, long residentMegabytes) {
  /// A tour from classes, which nothing trained, may stall for 100 ms.
  static final long MOST_WORK_MS = 2 * 100;

  /// Of what a bare window holds. The goal, 1.25 times, is the packaged program's; from classes,
  /// with no cache of the JVM, it is up to 3 times.
  private static final double MOST_MEMORY = 4;

  /// Of what a bare window works until it is there. The goal, 1.3 times, is the packaged program's;
  /// from classes it is up to 6 times.
  private static final double MOST_START = 2 * 6;

  /// A window with nothing in it, started in the same way at the same time.
  record Bare(long startProcessorMillis, long residentMegabytes) {}

  static TourFigures of(JsonNode report) {
    Map<String, Long> work = new LinkedHashMap<>();
    for (JsonNode stall : report.path("stallsOver50Ms")) {
      work.merge(stall.path("step").asString(), stall.path("workedMillis").asLong(), Math::max);
    }
    return new TourFigures(
        work,
        report.path("startProcessorMillis").asLong(),
        report.path("residentMegabytes").path("beforeTheFirstStep").asLong());
  }

  /// What is worse than it may be, in words; empty where nothing is.
  List<String> faults(Bare bare) {
    List<String> faults = new ArrayList<>();
    work.forEach((step, millis) -> {
      if (millis > MOST_WORK_MS) {
        faults.add("the FX thread works too long at a time in step " + step);
      }
    });
    if (startProcessorMillis > MOST_START * bare.startProcessorMillis()) {
      faults.add("the start works more than " + MOST_START + " times as much as a bare window's");
    }
    if (residentMegabytes > MOST_MEMORY * bare.residentMegabytes()) {
      faults.add("memory is more than " + MOST_MEMORY + " times a bare window's");
    }
    return faults;
  }
}
