package dev.pollux.ui.jobs;

import dev.pollux.background.Background;
import dev.pollux.background.Poller;
import dev.pollux.cloud.CloudException;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.state.DisplayState;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.kit.FailureText;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Asks for the jobs again and again, and puts what the cloud and the journal say into the model.
/// FX thread only.
final class JobsRefresh implements Poller.Follower<JobBoard>, AutoCloseable {
  private final JobsController.Work work;
  private final JobsModel model;
  private final Words words;
  private final JobWords jobWords;
  private final MessageLog log;
  private final FailureWords failures;
  private final Poller<JobBoard> poller;
  private Optional<Predicate<JobLine>> wanted = Optional.empty();
  private boolean told;

  JobsRefresh(
      JobsController.Work work,
      JobsModel model,
      Background background,
      Words words,
      MessageLog log) {
    this.work = work;
    this.model = model;
    this.words = words;
    this.jobWords = new JobWords(words, ZoneId.systemDefault());
    this.log = log;
    this.failures = new FailureWords(words);
    this.poller =
        new Poller<>(background, work.follower()::refresh, this, RandomGenerator.getDefault());
  }

  /// Asks now, and goes on.
  void start() {
    poller.ask();
  }

  /// Asks now for all there is, also for what cannot have changed.
  void anew() {
    work.follower().forget();
    poller.ask();
  }

  /// Selects the job as soon as it is on the list.
  void select(JobName job) {
    select(
        line -> line.name().filter(name -> name.id().equals(job.id())).isPresent(), job.toString());
  }

  /// Selects the run as soon as it is on the list.
  void select(RunId root) {
    select(line -> line.key().equals(root.id()), root.id());
  }

  /// @param key of the line, as far as is known
  private void select(Predicate<JobLine> line, String key) {
    model.show(JobsModel.Tab.ALL);
    model.filter("");
    model.select(find(line).map(JobLine::key).or(() -> Optional.of(key)));
    wanted = Optional.of(line);
    anew();
  }

  /// The person chose a job: what they waited for takes them nowhere any more.
  void onSelect() {
    wanted = Optional.empty();
  }

  private Optional<JobLine> find(Predicate<JobLine> line) {
    return model.lines().stream().filter(line).findFirst();
  }

  @Override
  public Optional<Duration> onAnswer(JobBoard board) {
    told = false;
    // A table whose rows change selects by itself, which is no choice of a person's.
    Optional<Predicate<JobLine>> awaited = wanted;
    model.apply(
        board,
        board.elsewhere().stream()
            .filter(run -> work.others().name(run.project()).isPresent())
            .toList(),
        board.problems().stream()
            .map(problem -> words.get("jobs.problem.location", problem.location().id()))
            .collect(Collectors.joining(" ")));
    wanted = awaited;
    work.news().look(board.lines().stream().map(this::news).toList());
    wanted
        .flatMap(this::find)
        .ifPresent(line -> {
          wanted = Optional.empty();
          model.select(Optional.of(line.key()));
        });
    if (model.selected().get().isEmpty() && !model.lines().isEmpty() && wanted.isEmpty()) {
      model.select(Optional.of(model.lines().getFirst().key()));
    }
    return board.pace();
  }

  private JobNews.Line news(JobLine line) {
    DisplayState state = DisplayState.of(line);
    return new JobNews.Line(
        line.key() + "/" + line.jobs().size() + "/" + state,
        JobWords.title(line),
        jobWords.state(line),
        line.run().filter(_ -> !line.isSecond()).map(run -> run.plan().place().root()),
        !state.moving(),
        line.changed());
  }

  /// What waiting may heal is said above the list alone; all else among the messages too, once.
  @Override
  public boolean onFailure(Exception problem) {
    FailureText why = failures.explain(words.get("jobs.problem.list"), problem);
    model.trouble(why.what() + " " + why.why() + " " + why.next());
    boolean quiet = problem instanceof CloudException failure && failure.healable();
    if (!quiet && !told) {
      told = true;
      log.add(why);
    }
    return goesOn(problem);
  }

  /// Only what the person must do something about here ends the polling: an error of the service's
  /// own, and one of ours, may be gone at the next question, and who signs in again does so
  /// elsewhere.
  private static boolean goesOn(Exception problem) {
    return !(problem instanceof CloudException failure)
        || switch (failure) {
          case CloudException.QuotaExceeded _,
              CloudException.Unavailable _,
              CloudException.Broken _,
              CloudException.NotSignedIn _ ->
              true;
          case CloudException.NotAllowed _, CloudException.NotFound _, CloudException.Invalid _ ->
              false;
        };
  }

  @Override
  public void close() {
    poller.close();
  }
}
