package dev.pollux.draft.plan;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchRequest;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.Draft;
import dev.pollux.prompt.check.JobTitle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a person decided in the wizard: everything needed to submit, nothing sent so far. `rows` is
/// the number of requests counted before; `source` is the table they browsed; `estimate` is what
/// they were told it would cost, empty where nothing was counted or no price is known. `draft` is
/// what it was made from, so that it can be made again; plans of older versions have none. `place`
/// says which of the jobs it is that a person started together.
public record RunPlan(
    RunId id,
    String title,
    String project,
    Location location,
    GeminiModel model,
    TableRef source,
    RequestSource requests,
    TableRef destination,
    long rows,
    Optional<UsdRange> estimate,
    Optional<Draft> draft,
    Place place) {
  /// A plan for all that a person started.
  public RunPlan(
      RunId id,
      String title,
      String project,
      Location location,
      GeminiModel model,
      TableRef source,
      RequestSource requests,
      TableRef destination,
      long rows,
      Optional<UsdRange> estimate,
      Optional<Draft> draft) {
    this(
        id,
        title,
        project,
        location,
        model,
        source,
        requests,
        destination,
        rows,
        estimate,
        draft,
        Place.alone(id));
  }

  /// Exactly what will be sent to create the job. The labels find it again if the answer is lost.
  ///
  /// @throws IllegalArgumentException when the service could only refuse it
  public BatchRequest request() {
    return new BatchRequest(
        project,
        location,
        title,
        model,
        requests.table(),
        destination,
        Map.of(
            RunLabels.RUN,
            id.id(),
            RunLabels.PART,
            Integer.toString(place.part()),
            RunLabels.ATTEMPT,
            Integer.toString(place.attempt())));
  }

  /// The jobs that this is: itself, or one for each part. Each has its own id, tables and name.
  public List<RunPlan> jobs() {
    return place.part() == 1 && place.parts() > 1 && requests instanceof RequestSource.Chosen chosen
        ? IntStream.rangeClosed(1, place.parts()).mapToObj(part -> job(chosen, part)).toList()
        : List.of(this);
  }

  private RunPlan job(RequestSource.Chosen chosen, int part) {
    int parts = place.parts();
    return new RunPlan(
        Place.idOf(place.root(), place.attempt(), part),
        JobTitle.with(title, " (" + part + "/" + parts + ")"),
        project,
        location,
        model,
        source,
        chosen.part(numbered(chosen.requestTable(), part), part),
        numbered(destination, part),
        place.ofPart(part).share(rows),
        estimate.map(usd -> usd.times(1.0 / parts)),
        draft,
        place.ofPart(part));
  }

  private static TableRef numbered(TableRef table, int part) {
    return table.datasetRef().table(table.table() + "_part_" + part);
  }

  /// The same, said of all parts together.
  public RunPlan whole(long all, Optional<UsdRange> price) {
    return new RunPlan(
        id,
        title,
        project,
        location,
        model,
        source,
        requests,
        destination,
        all,
        price,
        draft,
        place);
  }

  /// The draft that it was made from, for the same once more beside its answers; empty where the
  /// plan has none.
  public Optional<Draft> again() {
    return draft.map(before -> before.again(place.answers().orElse(destination), source));
  }

  /// Equal for two plans that ask the same of the same: whatever they are called and wherever their
  /// answers go. Hexadecimal SHA-256.
  public String fingerprint() {
    return Fingerprints.of(this);
  }
}
