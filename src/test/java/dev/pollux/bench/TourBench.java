package dev.pollux.bench;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the guided tour says of itself: the longest time that the window did not move, and the
/// clicks to a job that is sent.
public final class TourBench {
  private TourBench() {}

  public static void main(String[] args) throws Exception {
    PolluxProcess pollux = PolluxProcess.here();
    Path tour = PolluxProcess.folder("tour");
    Process process =
        new ProcessBuilder(pollux.with("tour", tour.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(tour.resolve("output.txt").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The tour failed; see " + tour);
    }
    JsonNode said = JsonMapper.shared().readTree(tour.resolve("tour.json").toFile());
    double longest = 0;
    double worked = 0;
    for (JsonNode stall : said.path("stallsOver50Ms")) {
      longest = Math.max(longest, stall.path("millis").asDouble());
      worked = Math.max(worked, stall.path("workedMillis").asDouble());
    }
    Figure.of(
            "stalls over 50 ms in the tour, " + pollux.name(),
            "",
            said.path("stallsOver50Ms").size())
        .atMost(0)
        .print();
    Figure.of("the longest of them", "ms", longest).atMost(50).print();
    Figure.of("work of the FX thread in the longest", "ms", worked).atMost(50).print();
    Figure.of(
            "clicks to a submitted job with typed columns", "", said.path("clicksToSubmit").asInt())
        .print();
  }
}
