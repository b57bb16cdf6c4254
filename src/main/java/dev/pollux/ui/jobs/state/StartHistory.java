package dev.pollux.ui.jobs.state;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.run.state.JobLine;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How long jobs waited for capacity before they started, by model and location, as the list of the
/// last month says: one's own experience, where the service promises 72 hours.
///
/// @param waits from the shortest to the longest, where at least [#FEWEST] jobs started
public record StartHistory(Map<Lane, List<Duration>> waits) {
  /// Of fewer jobs nothing is said.
  static final int FEWEST = 3;

  public static final StartHistory NONE = new StartHistory(Map.of());

  public StartHistory {
    waits = Map.copyOf(waits);
  }

  /// Where jobs wait behind one another.
  ///
  /// @param model by its id
  record Lane(String model, Location location) {}

  /// From the time after which one in ten jobs had started to that after which nine had.
  public record Usual(Duration from, Duration to) {}

  /// A model whose jobs started sooner.
  public record Sooner(String model, Duration usual) {}

  public static StartHistory of(Collection<JobLine> lines) {
    Map<Lane, List<Duration>> all =
        lines.stream()
            .flatMap(line -> line.together().isEmpty() ? Stream.of(line) : line.together().stream())
            .flatMap(line -> line.job().stream())
            .filter(job -> job.started().isPresent())
            .sorted(Comparator.comparing(StartHistory::wait))
            .collect(
                Collectors.groupingBy(
                    StartHistory::lane,
                    Collectors.mapping(StartHistory::wait, Collectors.toList())));
    all.values().removeIf(some -> some.size() < FEWEST);
    return new StartHistory(all);
  }

  private static Duration wait(BatchJob job) {
    Duration waited = Duration.between(job.created(), job.started().orElseThrow());
    return waited.isNegative() ? Duration.ZERO : waited;
  }

  private static Lane lane(BatchJob job) {
    return new Lane(JobWords.modelId(job.model()), job.name().location());
  }

  private static Lane lane(JobLine line) {
    return new Lane(JobWords.modelId(line.model()), line.location());
  }

  /// What is usual where this job waits.
  public Optional<Usual> usual(JobLine line) {
    return Optional.ofNullable(waits.get(lane(line)))
        .map(some -> new Usual(at(some, 0.1), at(some, 0.9)));
  }

  /// The model of the same location that started soonest, where that is at most half as late.
  public Optional<Sooner> sooner(JobLine line) {
    Lane own = lane(line);
    return usual(line)
        .flatMap(usual ->
            waits.entrySet().stream()
                .filter(lane ->
                    lane.getKey().location().equals(own.location()) && !lane.getKey().equals(own))
                .map(lane -> new Sooner(lane.getKey().model(), at(lane.getValue(), 0.9)))
                .filter(other -> other.usual().multipliedBy(2).compareTo(usual.to()) <= 0)
                .min(Comparator.comparing(Sooner::usual)));
  }

  private static Duration at(List<Duration> sorted, double share) {
    return sorted.get((int) Math.round((sorted.size() - 1) * share));
  }
}
