package dev.pollux.ui.jobs.action;

import dev.pollux.background.Background;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.follow.JobAdoption;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.feedback.MessageLog;
import java.io.IOException;
import java.net.URI;

/// What a person does with a job: each step runs in the background, its failure is told among the
/// messages, and the list is asked again after it.
final class JobSteps {
  private final JobActionsController.Work work;
  private final Background background;
  private final Words words;
  private final MessageLog log;
  private final FailureWords failures;
  private final Runnable changed;

  private interface Step {
    void take() throws CloudException, IOException, InterruptedException;
  }

  /// @param changed called on the FX thread after each step, whatever became of it
  JobSteps(
      JobActionsController.Work work,
      Background background,
      Words words,
      MessageLog log,
      Runnable changed) {
    this.work = work;
    this.background = background;
    this.words = words;
    this.log = log;
    this.failures = new FailureWords(words);
    this.changed = changed;
  }

  void openConsole(JobName name) {
    take(
        "jobs.console.failed",
        () -> work.browser().open(console(name, work.connection().project())));
  }

  /// The page of a job in Google's console.
  ///
  /// @param project by its id: the name of a job has its number, which the console does not take
  static URI console(JobName name, String project) {
    return URI.create(
        "https://console.cloud.google.com/ai/platform/locations/"
            + name.location()
            + "/batch-predictions/"
            + name.id()
            + "?project="
            + project);
  }

  void cancel(JobName name) {
    take(
        words.get("jobs.task.stop"),
        words.get("jobs.cancel.stopped"),
        words.get("jobs.cancel.failed"),
        () -> work.jobs().stop(name));
  }

  void delete(JobName name) {
    take(
        words.get("jobs.task.delete-job"),
        words.get("jobs.delete.stopped"),
        words.get("jobs.delete.failed"),
        () -> {
          try {
            work.jobs().delete(name);
          } catch (CloudException e) {
            // The reply may be lost, and the job gone; or somebody else was first.
            if (work.jobs().find(name).isPresent()) {
              throw e;
            }
          }
        });
  }

  /// From then on it is a run like others.
  void adopt(BatchJob job) {
    take(
        "jobs.adopt.failed",
        () -> new JobAdoption(work.support().journal(), work.connection().project()).adopt(job));
  }

  void giveUp(RunId id) {
    take("jobs.give-up.failed", () -> work.submitter().giveUp(id));
  }

  void sendAgain(RunId id) {
    take(
        words.get("jobs.task.send"),
        words.get("jobs.send.stopped"),
        words.get("jobs.send.failed"),
        () -> work.submitter().resubmit(id, _ -> {}));
  }

  /// A step that the service is to hear of: a person who closes the window before it has is asked.
  private void take(String name, String stopped, String failed, Step step) {
    background
        .named(
            name,
            _ -> {
              step.take();
              return true;
            })
        .worthWaiting()
        .onCancelled(() -> log.add(failures.stopped(stopped)))
        .onFailure(e -> log.add(failures.explain(failed, e)))
        .andFinally(changed)
        .start();
  }

  private void take(String failedKey, Step step) {
    background
        .task(_ -> {
          step.take();
          return true;
        })
        .onFailure(e -> log.add(failures.explain(words.get(failedKey), e)))
        .andFinally(changed)
        .start();
  }
}
