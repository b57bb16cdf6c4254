package dev.pollux.ui.jobs.state;

import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobError;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happened to a job and what to do next, in two sentences; `raw` is the service's own text.
///
/// The texts that are recognised are those that users of the service reported; see the links in
/// `.github/decisions/0009-service-texts.md`.
public record JobExplanation(String happened, String next, String raw) {
  // Only texts that name the column: the word alone stands in most errors of any service.
  private static final List<String> REQUEST_COLUMN =
      List.of(
          "column \"request\"",
          "column 'request'",
          "Column 'request'",
          "column `request`",
          "'request' column",
          "\"request\" column",
          "`request` column",
          "request column",
          "Unrecognized name: request",
          "No such field: request");
  private static final Map<String, String> CAUSES = causes();

  private static Map<String, String> causes() {
    Map<String, String> causes = new LinkedHashMap<>();
    causes.put("was not found in location", "location");
    causes.put("_vertex_row_id", "columns");
    causes.put("with no fields", "empty-object");
    causes.put("nested too deeply", "deep");
    causes.put("Invalid field name", "field-name");
    causes.put("permission", "permission");
    causes.put("Access Denied", "permission");
    causes.put("Already Exists", "exists");
    causes.put("already exists", "exists");
    causes.put("Not found: Table", "table");
    causes.put("Not found: Dataset", "dataset");
    REQUEST_COLUMN.forEach(text -> causes.put(text, "request-column"));
    return causes;
  }

  public static JobExplanation of(JobLine line, Words words) {
    DisplayState face = DisplayState.of(line);
    JobCounts counts = JobWords.counts(line);
    String raw =
        line.job()
            .flatMap(j -> j.error())
            .map(JobError::message)
            .or(() -> line.run().flatMap(Run::problem))
            .orElse("");
    String seconds = seconds(line, words);
    String happened =
        switch (face) {
          case CUT_SHORT -> words.get("jobs.story.preparing");
          case SENDING -> words.get("jobs.story.sending");
          case UNKNOWN -> words.get("jobs.story.unknown");
          case ABSENT -> words.get("jobs.story.absent");
          case REFUSED -> words.get("jobs.story.refused");
          case WAITING -> words.get("jobs.story.waiting");
          case RUNNING -> words.get("jobs.story.running");
          case DONE ->
              words.get(
                  line.shares() ? "jobs.story.requests-done" : "jobs.story.done",
                  counts.succeeded());
          case DONE_SOME_FAILED ->
              words.get(
                  line.shares() ? "jobs.story.requests-failed" : "jobs.story.done-some-failed",
                  counts.succeeded(),
                  counts.failed());
          case DONE_NONE -> words.get("jobs.story.done-none");
          case PARTLY -> words.get("jobs.story.partly", counts.succeeded(), counts.failed());
          case TIME_LIMIT ->
              words.get("jobs.story.time-limit", counts.succeeded(), counts.failed());
          case IMPORT_FAILED -> words.get("jobs.story.import-failed");
          case FAILED -> words.get("jobs.story.failed");
          case STOPPING -> words.get("jobs.story.stopping");
          case STOPPED -> words.get("jobs.story.stopped", counts.succeeded(), counts.failed());
          case EXPIRED -> words.get("jobs.story.expired");
          case PAUSED -> words.get("jobs.story.paused");
          case NEWER -> words.get("jobs.story.newer");
        };
    return new JobExplanation((happened + " " + seconds).strip(), next(face, raw, words), raw);
  }

  /// That the create came twice, where it did: people are to know of a bill they did not ask for.
  private static String seconds(JobLine line, Words words) {
    if (line.isSecond()) {
      return words.get("jobs.story.is-second");
    }
    return line.run().filter(run -> !run.seconds().isEmpty()).isPresent()
        ? words.get("jobs.story.has-second")
        : "";
  }

  private static String next(DisplayState face, String raw, Words words) {
    return switch (face) {
      case IMPORT_FAILED, FAILED, REFUSED -> words.get("jobs.cause." + cause(raw));
      case UNKNOWN -> words.get("jobs.next.unknown");
      case CUT_SHORT, ABSENT -> words.get("jobs.next.absent");
      case DONE, STOPPED -> words.get("jobs.next.results");
      case DONE_SOME_FAILED, DONE_NONE, PARTLY -> words.get("jobs.next.failed-rows");
      case TIME_LIMIT -> words.get("jobs.next.time-limit");
      case EXPIRED -> words.get("jobs.next.expired");
      case PAUSED, NEWER -> words.get("jobs.next.look-again");
      case SENDING, WAITING, RUNNING, STOPPING -> words.get("jobs.next.leave");
    };
  }

  private static String cause(String raw) {
    return CAUSES.entrySet().stream()
        .filter(c -> raw.contains(c.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(raw.startsWith("INTERNAL") || raw.contains("System error") ? "internal" : "other");
  }
}
