package dev.pollux.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.testing.ManualBackground;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PollerTest {
  private static final Duration PACE = Duration.ofSeconds(15);
  private final ManualBackground background = new ManualBackground();
  private final List<String> story = new ArrayList<>();
  private final Deque<Exception> troubles = new ArrayDeque<>();
  private Optional<Duration> pace = Optional.of(PACE);
  private boolean again = true;
  private int asked;
  private final Poller<Integer> poller =
      new Poller<>(background, this::answer, new Told(), new Random(1));

  private final class Told implements Poller.Follower<Integer> {
    @Override
    public Optional<Duration> onAnswer(Integer answer) {
      story.add("answer " + answer);
      return pace;
    }

    @Override
    public boolean onFailure(Exception problem) {
      story.add("failure " + problem.getMessage());
      return again;
    }
  }

  private int answer() throws Exception {
    asked++;
    if (!troubles.isEmpty()) {
      throw troubles.remove();
    }
    return asked;
  }

  private void pass() {
    background.workAll();
    background.deliver();
  }

  @Test
  void thePauseIsCountedFromTheAnswer() {
    poller.ask();
    assertThat(background.waiting()).containsExactly(Duration.ZERO);
    background.workAll();
    assertThat(background.waiting()).as("nothing is asked while an answer is on its way").isEmpty();
    background.deliver();
    assertThat(background.waiting()).containsExactly(PACE);
    pass();
    assertThat(story).containsExactly("answer 1", "answer 2");
    assertThat(background.waiting()).containsExactly(PACE);
  }

  @Test
  void stopsWhenThereIsNothingToFollowUntilItIsAsked() {
    pace = Optional.empty();
    poller.ask();
    pass();
    assertThat(background.waiting()).isEmpty();
    poller.ask();
    pass();
    assertThat(story).containsExactly("answer 1", "answer 2");
  }

  @Test
  void backsOffFromTheFailureAndBeginsAnewAfterAnAnswer() {
    for (int i = 0; i < 12; i++) {
      troubles.add(new IllegalStateException("no"));
    }
    poller.ask();
    pass();
    long bound = 1000;
    for (int i = 0; i < 12; i++) {
      assertThat(background.waiting())
          .singleElement()
          .satisfies(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofMillis(500)));
      assertThat(background.waiting().getFirst())
          .isLessThan(Duration.ofMillis(500 + Math.min(bound, 45_000)));
      bound *= 2;
      pass();
    }
    assertThat(story).hasSize(13).last().isEqualTo("answer 13");
    troubles.add(new IllegalStateException("no"));
    pass();
    assertThat(background.waiting().getFirst()).isLessThan(Duration.ofMillis(1500));
  }

  @Test
  void stopsOnWhatNeedsThePerson() {
    troubles.add(new IllegalStateException("sign in"));
    again = false;
    poller.ask();
    pass();
    assertThat(background.waiting()).isEmpty();
    assertThat(story).containsExactly("failure sign in");
    poller.ask();
    pass();
    assertThat(story).last().isEqualTo("answer 2");
  }

  @Test
  void whatIsAskedNowTakesThePlaceOfWhatWaitsOrIsOnItsWay() {
    poller.ask();
    background.workAll();
    poller.ask();
    pass();
    assertThat(story).as("the older answer never came").containsExactly("answer 2");
    poller.ask();
    background.settle();
    background.workAll(); // the pause that was cut short, too: its question is not asked
    background.deliver();
    assertThat(story).containsExactly("answer 2", "answer 3", "answer 4");
    assertThat(asked).isEqualTo(4);
  }

  @Test
  void aFollowerThatThrowsIsReportedAndPollingGoesOn() {
    Poller<Integer> clumsy =
        new Poller<>(
            background,
            this::answer,
            new Poller.Follower<>() {
              @Override
              public Optional<Duration> onAnswer(Integer answer) {
                throw new IllegalStateException("cannot show " + answer);
              }

              @Override
              public boolean onFailure(Exception problem) {
                throw new IllegalStateException("cannot say it", problem);
              }
            },
            new Random(1));
    troubles.add(new IllegalStateException("no"));
    clumsy.ask();
    pass();
    assertThat(background.waiting()).hasSize(1);
    pass();
    assertThat(background.waiting()).hasSize(1);
    assertThat(background.unhandled())
        .extracting(Throwable::getMessage)
        .containsExactly("cannot say it", "cannot show 2");
  }

  @Test
  void aClosedOneNeverComesBack() {
    poller.ask();
    background.workAll();
    poller.close();
    poller.ask();
    background.settle();
    assertThat(story).isEmpty();
    assertThat(background.waiting()).isEmpty();
  }
}
