package dev.pollux.ui.jobs.state;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import java.time.Duration;
import java.util.regex.Pattern;

/// What a line of the list is, as people see it: the kind decides icon, words and colour.
public enum DisplayState {
  CUT_SHORT,
  SENDING,
  UNKNOWN,
  ABSENT,
  REFUSED,
  WAITING,
  RUNNING,
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
  NEWER;

  /// A run ends after 24 h: any way of writing that, and no other number with 24 in it.
  private static final Pattern DAY =
      Pattern.compile("(?<![\\d.,])24[\\s-]?h(ours?|rs?)?\\b", Pattern.CASE_INSENSITIVE);

  public static DisplayState of(JobLine line) {
    return line.job()
        .map(DisplayState::of)
        .or(() -> line.run().map(run -> of(run, line.inHand())))
        .orElse(NEWER);
  }

  private static DisplayState of(Run run, boolean inHand) {
    return switch (run.stage()) {
      case INTENT, PREPARING, COPYING -> inHand ? SENDING : CUT_SHORT;
      case SUBMITTING, SUBMITTED -> SENDING;
      case UNKNOWN -> UNKNOWN;
      case ABSENT -> ABSENT;
      case REFUSED, GIVEN_UP -> REFUSED;
    };
  }

  private static DisplayState of(BatchJob job) {
    return switch (job.state()) {
      case QUEUED, PENDING -> WAITING;
      case RUNNING, UPDATING -> RUNNING;
      case SUCCEEDED -> done(job);
      case PARTIALLY_SUCCEEDED -> PARTLY;
      case FAILED -> failed(job);
      case CANCELLING -> STOPPING;
      case CANCELLED -> STOPPED;
      case EXPIRED -> EXPIRED;
      case PAUSED -> PAUSED;
      case UNSPECIFIED, NEWER -> NEWER;
    };
  }

  /// A job can have succeeded with failed rows, even with failed rows only.
  private static DisplayState done(BatchJob job) {
    JobCounts counts = job.counts().orElse(new JobCounts(1, 0, 0));
    if (counts.succeeded() == 0) {
      return DONE_NONE;
    }
    return counts.failed() > 0 ? DONE_SOME_FAILED : DONE;
  }

  private static DisplayState failed(BatchJob job) {
    String message = job.error().map(e -> e.message()).orElse("");
    if (message.contains("Failed to import data")) {
      return IMPORT_FAILED;
    }
    boolean kept = job.counts().filter(c -> c.succeeded() > 0).isPresent();
    return kept && (DAY.matcher(message).find() || ranADay(job)) ? TIME_LIMIT : FAILED;
  }

  private static boolean ranADay(BatchJob job) {
    return job.started()
        .flatMap(from -> job.ended().map(to -> Duration.between(from, to)))
        .filter(ran -> ran.compareTo(Duration.ofHours(24)) >= 0)
        .isPresent();
  }

  /// Whether something still moves by itself.
  public boolean moving() {
    return switch (this) {
      case SENDING, WAITING, RUNNING, STOPPING, NEWER -> true;
      case CUT_SHORT,
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
          STOPPED,
          EXPIRED,
          PAUSED ->
          false;
    };
  }

  /// Whether the person should look at it.
  public boolean needsPerson() {
    return switch (this) {
      case CUT_SHORT,
          UNKNOWN,
          ABSENT,
          REFUSED,
          DONE_SOME_FAILED,
          DONE_NONE,
          PARTLY,
          TIME_LIMIT,
          IMPORT_FAILED,
          FAILED,
          EXPIRED,
          PAUSED,
          NEWER ->
          true;
      case SENDING, WAITING, RUNNING, DONE, STOPPING, STOPPED -> false;
    };
  }

  /// `ok`, `warning`, `danger`, `accent` or `quiet`: the colour of the icon and of the words.
  public String tone() {
    return switch (this) {
      case DONE -> "ok";
      case DONE_SOME_FAILED, PARTLY, TIME_LIMIT, PAUSED, CUT_SHORT, UNKNOWN, ABSENT, NEWER ->
          "warning";
      case DONE_NONE, IMPORT_FAILED, FAILED, EXPIRED, REFUSED -> "danger";
      case RUNNING -> "accent";
      case SENDING, WAITING, STOPPING, STOPPED -> "quiet";
    };
  }

  /// Whether there may be an output table to look at.
  public static boolean hasResults(JobLine line) {
    return line.job()
        .filter(j ->
            j.state() == JobState.SUCCEEDED
                || j.state() == JobState.PARTIALLY_SUCCEEDED
                || (j.state().isFinal() && j.counts().filter(c -> c.done() > 0).isPresent()))
        .isPresent();
  }
}
