package dev.pollux.doctor;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Diagnosis;
import dev.pollux.cloud.SignIn;
import dev.pollux.domain.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Asks all steps: what depends on nothing else at once, what depends on a step that failed not at
/// all. Whatever the network does, it ends within the sum of the patience of its rounds.
public final class Doctor {
  /// Of the credentials, which lie on this computer.
  private static final Duration AT_HAND = Duration.ofMillis(1_500);

  private static final Duration TOKEN = Duration.ofSeconds(3);
  private static final Duration SERVICE = Duration.ofMillis(4_500);

  /// What the services have where the rounds before were quick.
  private static final Duration TOGETHER = Duration.ofSeconds(7);

  private static final SignIn UNKNOWN = new SignIn(SignIn.Kind.UNKNOWN, "", "");

  private final InstantSource clock;
  private final Consumer<StepResult> told;

  /// @param told hears of each step as it ends, on any thread
  public Doctor(InstantSource clock, Consumer<StepResult> told) {
    this.clock = clock;
    this.told = told;
  }

  /// @throws InterruptedException when the thread was interrupted; the steps are stopped
  public DoctorReport examine(Cloud cloud, DoctorSubject subject) throws InterruptedException {
    Map<DoctorStep, StepResult> found = new EnumMap<>(DoctorStep.class);
    Instant at = clock.instant();
    long start = System.nanoTime();
    // Not closed: that would wait for a thread that hears no interrupt.
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("doctor-", 0).factory());
    try {
      SignIn[] by = {UNKNOWN};
      round(
          threads,
          List.of(DoctorStep.SIGN_IN),
          AT_HAND,
          step -> {
            by[0] = cloud.identity().signIn();
            return new StepChecks(cloud, subject, by[0], clock).ask(step);
          },
          why -> new Remedies(subject, by[0]).of(why),
          found);
      StepChecks checks = new StepChecks(cloud, subject, by[0], clock);
      Remedy remedy = checks.remedies()::of;
      round(
          threads, List.of(DoctorStep.TOKEN, DoctorStep.CLOCK), TOKEN, checks::ask, remedy, found);
      checks = new StepChecks(cloud, subject, named(by[0], found), clock);
      remedy = checks.remedies()::of;
      Duration left = TOGETHER.minusNanos(System.nanoTime() - start);
      Duration patience = left.compareTo(SERVICE) > 0 ? left : SERVICE;
      round(threads, services(), patience, checks::ask, remedy, found);
    } finally {
      threads.shutdownNow();
    }
    return new DoctorReport(subject, at, inOrder(found));
  }

  /// The report of a cloud that could not be opened.
  public DoctorReport refused(DoctorSubject subject, CloudException why) {
    Map<DoctorStep, StepResult> found = new EnumMap<>(DoctorStep.class);
    SignIn by = why instanceof CloudException.NotSignedIn out ? out.by().orElse(UNKNOWN) : UNKNOWN;
    keep(
        found,
        DoctorStep.SIGN_IN,
        new StepOutcome.Refused(why, new Remedies(subject, by).of(why)),
        Duration.ZERO);
    for (DoctorStep step : DoctorStep.values()) {
      if (step != DoctorStep.SIGN_IN) {
        keep(found, step, new StepOutcome.Skipped(DoctorStep.SIGN_IN), Duration.ZERO);
      }
    }
    return new DoctorReport(subject, clock.instant(), inOrder(found));
  }

  /// A person's credentials do not say whose they are; the issuer of the token did.
  private static SignIn named(SignIn by, Map<DoctorStep, StepResult> found) {
    StepResult token = found.get(DoctorStep.TOKEN);
    return by.who().isEmpty()
            && token != null
            && token.outcome() instanceof StepOutcome.Fine(String _, List<Object> args)
            && args.size() > 1
        ? new SignIn(by.kind(), String.valueOf(args.get(1)), by.file(), by.through())
        : by;
  }

  private static List<DoctorStep> services() {
    List<DoctorStep> all = new ArrayList<>(List.of(DoctorStep.values()));
    all.removeAll(List.of(DoctorStep.SIGN_IN, DoctorStep.TOKEN, DoctorStep.CLOCK));
    return all;
  }

  private interface Question {
    StepOutcome ask(DoctorStep step) throws CloudException;
  }

  private interface Remedy {
    String of(CloudException why);
  }

  private void round(
      ExecutorService threads,
      List<DoctorStep> steps,
      Duration patience,
      Question question,
      Remedy remedy,
      Map<DoctorStep, StepResult> found)
      throws InterruptedException {
    for (DoctorStep needed : List.of(DoctorStep.SIGN_IN, DoctorStep.TOKEN)) {
      StepResult before = found.get(needed);
      if (before != null && !before.ok()) {
        steps.forEach(step -> keep(found, step, new StepOutcome.Skipped(needed), Duration.ZERO));
        return;
      }
    }
    List<Callable<StepResult>> asked =
        steps.stream()
            .<Callable<StepResult>>map(step -> () -> ask(step, question, remedy))
            .toList();
    List<Future<StepResult>> answers =
        threads.invokeAll(asked, patience.toMillis(), TimeUnit.MILLISECONDS);
    for (int i = 0; i < steps.size(); i++) {
      StepResult result = result(steps.get(i), answers.get(i), patience, remedy);
      keep(found, result.step(), once(result.outcome(), found), result.took());
    }
  }

  private StepResult ask(DoctorStep step, Question question, Remedy remedy) {
    Instant from = clock.instant();
    StepOutcome outcome;
    try {
      outcome = question.ask(step);
    } catch (CloudException e) {
      outcome = new StepOutcome.Refused(e, remedy.of(e));
    }
    return new StepResult(step, outcome, Elapsed.between(from, clock.instant()));
  }

  private static StepResult result(
      DoctorStep step, Future<StepResult> answer, Duration patience, Remedy remedy)
      throws InterruptedException {
    CloudException late =
        new CloudException.Unavailable("no answer within " + patience.toMillis() + " ms", "", null);
    if (answer.isCancelled()) {
      return new StepResult(step, new StepOutcome.Refused(late, remedy.of(late)), patience);
    }
    try {
      return answer.get();
    } catch (ExecutionException e) {
      CloudException broken =
          new CloudException.Broken(String.valueOf(e.getCause()), "", e.getCause());
      return new StepResult(
          step, new StepOutcome.Refused(broken, remedy.of(broken)), Duration.ZERO);
    }
  }

  /// One cause is one line to mend, however many steps it fails: known by what the service says, or
  /// by what mends it.
  private static StepOutcome once(StepOutcome outcome, Map<DoctorStep, StepResult> found) {
    String command = command(outcome);
    for (StepResult before : found.values()) {
      if ((!command.isEmpty() && command.equals(command(before.outcome())))
          || (outcome instanceof StepOutcome.Refused refused
              && before.outcome() instanceof StepOutcome.Refused known
              && cause(known.why()).equals(cause(refused.why())))) {
        return new StepOutcome.Same(before.step());
      }
    }
    return outcome;
  }

  /// What mends it, if a command does.
  static String command(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Wrong wrong -> wrong.command();
      case StepOutcome.Refused refused -> refused.command();
      case StepOutcome.Fine _, StepOutcome.Skipped _, StepOutcome.Same _ -> "";
    };
  }

  private static String cause(CloudException why) {
    return Diagnosis.of(why).map(Record::toString).orElse(why.kind());
  }

  private void keep(
      Map<DoctorStep, StepResult> found, DoctorStep step, StepOutcome outcome, Duration took) {
    StepResult result = new StepResult(step, outcome, took);
    found.put(step, result);
    told.accept(result);
  }

  private static List<StepResult> inOrder(Map<DoctorStep, StepResult> found) {
    return List.copyOf(found.values());
  }
}
