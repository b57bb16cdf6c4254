package dev.pollux.ui.jobs.state;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.RunStep;
import dev.pollux.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What happened to a job, and what comes next, in the order of time.
public final class JobEvents {
  /// The service's clocks
  /// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction).
  private static final Duration QUEUE = Duration.ofDays(3);

  private static final Duration RUN = Duration.ofDays(1);
  private final Words words;
  private final JobWords jobWords;

  public JobEvents(Words words, JobWords jobWords) {
    this.words = words;
    this.jobWords = jobWords;
  }

  /// One thing that happened, or may.
  ///
  /// @param when in words
  public record Event(boolean happened, String when, String what) {}

  /// A thing that happened.
  private record Past(Instant at, String what) {}

  public List<Event> of(JobRow row, Optional<Instant> done, StartHistory history, Instant now) {
    List<Event> all = new ArrayList<>();
    past(row).stream()
        .sorted(Comparator.comparing(Past::at))
        .forEach(past -> all.add(new Event(true, jobWords.hour(past.at(), now), past.what())));
    all.addAll(next(row.line(), done, history, now));
    return all;
  }

  private List<Past> past(JobRow row) {
    List<Past> past = new ArrayList<>();
    JobLine line = row.line();
    line.run().ifPresent(run -> past.add(new Past(run.created(), words.get("jobs.event.created"))));
    if (line.together().isEmpty()) {
      past.addAll(of(line, ""));
    } else {
      for (JobLine one : line.together()) {
        past.addAll(of(one, jobWords.name(new JobRow(one, JobRow.Fold.PART))));
      }
    }
    return past;
  }

  /// @param which of several it is; empty for the only one
  private List<Past> of(JobLine line, String which) {
    List<Past> past = new ArrayList<>();
    line.run()
        .ifPresent(run ->
            run.steps()
                .forEach(step ->
                    of(step, line)
                        .ifPresent(what -> past.add(new Past(step.at(), of(which, what))))));
    line.job().ifPresent(job -> past.addAll(of(job, line, which)));
    return past;
  }

  /// What the step was, unless the times of the run or of its job tell it.
  private Optional<String> of(RunStep step, JobLine line) {
    return switch (step.stage()) {
      case INTENT -> Optional.empty();
      case PREPARING -> Optional.of(met("jobs.event.preparing", step));
      case COPYING -> Optional.of(met("jobs.event.copying", step));
      case SUBMITTING -> Optional.of(met("jobs.event.submitting", step));
      case UNKNOWN -> Optional.of(met("jobs.event.unknown", step));
      case ABSENT -> Optional.of(words.get("jobs.event.absent"));
      case REFUSED -> Optional.of(met("jobs.event.refused", step));
      case GIVEN_UP -> Optional.of(words.get("jobs.event.given-up"));
      case SUBMITTED ->
          line.job().isPresent() ? Optional.empty() : Optional.of(words.get("jobs.event.sent"));
    };
  }

  private String met(String key, RunStep step) {
    return step.problem()
        .filter(problem -> !problem.isBlank())
        .map(problem -> words.get("jobs.event.of", words.get(key), problem))
        .orElseGet(() -> words.get(key));
  }

  private List<Past> of(BatchJob job, JobLine line, String which) {
    List<Past> past = new ArrayList<>();
    past.add(new Past(job.created(), of(which, words.get("jobs.event.waiting"))));
    job.started()
        .ifPresent(at -> past.add(new Past(at, of(which, words.get("jobs.event.running")))));
    job.ended().ifPresent(at -> past.add(new Past(at, of(which, jobWords.state(line)))));
    return past;
  }

  private String of(String which, String what) {
    return which.isEmpty() ? what : words.get("jobs.event.of", which, what);
  }

  private List<Event> next(
      JobLine line, Optional<Instant> done, StartHistory history, Instant now) {
    List<Event> next = new ArrayList<>();
    Optional<BatchJob> job = line.job();
    switch (DisplayState.of(line)) {
      case WAITING -> {
        history
            .usual(line)
            .ifPresent(usual -> next.add(new Event(false, "", jobWords.usual(usual))));
        history
            .sooner(line)
            .ifPresent(other -> next.add(new Event(false, "", jobWords.sooner(other))));
        job.ifPresent(one -> next.add(limit("jobs.event.expires", one.created().plus(QUEUE), now)));
      }
      case RUNNING -> {
        done.ifPresent(
            at -> next.add(new Event(false, about(at, now), words.get("jobs.event.done"))));
        job.flatMap(BatchJob::started)
            .ifPresent(at -> next.add(limit("jobs.event.limit", at.plus(RUN), now)));
      }
      case CUT_SHORT,
          SENDING,
          UNKNOWN,
          ABSENT,
          REFUSED,
          DONE,
          DONE_SOME_FAILED,
          DONE_NONE,
          PARTLY,
          TIME_LIMIT,
          IMPORT_FAILED,
          FAILED,
          STOPPING,
          STOPPED,
          EXPIRED,
          PAUSED,
          NEWER -> {}
    }
    return next;
  }

  private String about(Instant at, Instant now) {
    return words.get("jobs.chart.about", jobWords.hour(at, now));
  }

  private Event limit(String key, Instant at, Instant now) {
    return new Event(
        false, jobWords.hour(at, now), words.get(key, jobWords.span(Duration.between(now, at))));
  }
}
