package dev.pollux.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.testing.ManualBackground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is true of every task, whatever its work and its owner do, and in whatever order.
class TaskRunnerTest {
  private final ManualBackground background = new ManualBackground();
  private final List<String> story = new ArrayList<>();

  private <T> Background.Pending<T> told(Background.Pending<T> task) {
    return task.onSuccess(value -> story.add("answer " + value))
        .onFailure(e -> story.add("failure " + e.getMessage()))
        .andFinally(() -> story.add("end"));
  }

  private Background.Pending<String> silent(String answer) {
    return told(background.task(_ -> answer));
  }

  private Background.Pending<String> named(String answer) {
    return told(background.named("read", _ -> answer).onCancelled(() -> story.add("stopped")));
  }

  private static String broken() {
    throw new IllegalStateException("broken");
  }

  @Test
  void answersAndEndsOnce() {
    silent("a").start();
    assertThat(story).isEmpty();
    background.work(0);
    assertThat(story).as("done, not delivered").isEmpty();
    background.deliver();
    assertThat(story).containsExactly("answer a", "end");
  }

  @Test
  void aFailureGoesToWhoTakesIt() {
    told(background.task(_ -> broken())).start();
    background.settle();
    assertThat(story).containsExactly("failure broken", "end");
    assertThat(background.unhandled()).isEmpty();
  }

  @Test
  void aFailureThatNobodyTakesIsNotSilent() {
    background.task(_ -> broken()).start();
    background.settle();
    assertThat(background.unhandled()).singleElement().hasToString(illegal("broken"));
  }

  @Test
  void anErrorIsAFailureToo() {
    told(background.task(_ -> {
      throw new StackOverflowError();
    }))
        .start();
    background.settle();
    assertThat(story).containsExactly("failure java.lang.StackOverflowError", "end");
  }

  @Test
  void whatACallbackThrowsIsNotSilentAndTheTaskEndsAllTheSame() {
    background.task(_ -> "a").onSuccess(_ -> broken()).andFinally(() -> story.add("end")).start();
    background.task(_ -> "b").andFinally(TaskRunnerTest::broken).start();
    background.settle();
    assertThat(story).containsExactly("end");
    assertThat(background.unhandled()).hasSize(2);
  }

  private static String illegal(String message) {
    return new IllegalStateException(message).toString();
  }

  @Test
  void aCancelledTaskNeverAnswersHoweverLateTheCancelIs() {
    Background.Started early = silent("early").start();
    early.cancel();
    Background.Started late = silent("late").start();
    background.workAll();
    late.cancel();
    Background.Started failed = told(background.task(_ -> broken())).start();
    background.workAll();
    failed.cancel();
    background.settle();
    assertThat(story).containsExactly("end", "end", "end");
  }

  @Test
  void aCancelAfterTheEndChangesNothing() {
    Background.Started task = silent("a").start();
    background.settle();
    task.cancel();
    task.cancel();
    assertThat(story).containsExactly("answer a", "end");
  }

  @Test
  void whatThePersonStopsSaysWhatBecameOfIt() {
    named("a").start();
    assertThat(background.running()).containsExactly("read");
    background.workAll();
    background.stop("read");
    assertThat(background.running()).isEmpty();
    background.settle();
    assertThat(story).containsExactly("stopped", "end");
  }

  @Test
  void anOwnerThatCancelsKnowsAndIsNotTold() {
    Background.Started task = named("a").start();
    task.cancel();
    background.settle();
    assertThat(story).containsExactly("end");
    assertThat(background.running()).isEmpty();
  }

  @Test
  void progressIsShownInOneUpdateAtATimeAndNotAfterTheEnd() {
    background
        .named(
            "read",
            progress -> {
              progress.update(1, 4);
              progress.update(2, 4);
              progress.update(3, 0);
              progress.update(3, 4);
              return "a";
            })
        .onCancelled(() -> {})
        .start();
    RunningTask shown = background.runner().running().getFirst();
    shown
        .progress()
        .subscribe(share -> {
          story.add("" + share);
        });
    background.workAll();
    background.deliver();
    assertThat(story).containsExactly("-1.0", "0.75");
  }

  @Test
  void progressOfACancelledTaskDoesNotArrive() {
    background
        .named(
            "read",
            progress -> {
              progress.update(1, 4);
              return "a";
            })
        .onCancelled(() -> {})
        .start();
    RunningTask shown = background.runner().running().getFirst();
    background.workAll();
    shown.stop();
    background.settle();
    assertThat(shown.progress().get()).isNegative();
  }

  @Test
  void aDelayedTaskWaitsAndCanBeCancelledMeanwhile() {
    Background.Started task = silent("a").delayed(Duration.ofSeconds(3)).start();
    background.settle();
    assertThat(background.waiting()).containsExactly(Duration.ofSeconds(3));
    assertThat(story).isEmpty();
    task.cancel();
    background.workAll();
    background.settle();
    assertThat(story).containsExactly("end");
  }

  @Test
  void onlyTheNewestTaskAnswersInAnyOrder() {
    for (List<Integer> order : List.of(List.of(0, 0, 0), List.of(2, 1, 0), List.of(1, 0, 0))) {
      story.clear();
      LatestOnly latest = new LatestOnly();
      for (String answer : List.of("1", "2", "3")) {
        latest.start(background.task(_ -> answer).onSuccess(story::add));
      }
      order.forEach(background::work);
      background.settle();
      assertThat(story).containsExactly("3");
    }
  }

  @Test
  void theNewestTaskAnswersAloneAlsoWhenTheOldOneWasDone() {
    LatestOnly latest = new LatestOnly();
    latest.start(silent("old"));
    background.workAll();
    latest.start(silent("new"));
    background.settle();
    assertThat(story).containsExactly("end", "answer new", "end");
  }

  @Test
  void aClosedScopeEndsItsTasksAndStartsNoMore() {
    TaskRunner scope = background.runner().scope();
    told(scope.task(_ -> "silent")).start();
    told(scope.named("name", _ -> "named").onCancelled(() -> story.add("stopped"))).start();
    silent("other").start();
    background.workAll();
    scope.show(() -> story.add("shown"));
    scope.close();
    told(scope.task(_ -> "too late")).start();
    background.settle();
    assertThat(story).containsExactly("end", "stopped", "end", "answer other", "end");
    assertThat(background.running()).isEmpty();
  }
}
