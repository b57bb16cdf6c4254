package dev.pollux.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.concurrent.Worker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PollerTest {
  private static final Set<Worker.State> GOING_ON =
      Set.of(Worker.State.READY, Worker.State.SCHEDULED, Worker.State.RUNNING);
  private final List<String> story = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch enough = new CountDownLatch(3);

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private int ask() {
    int n = asked.incrementAndGet();
    enough.countDown();
    return n;
  }

  @Test
  void asksAgainAtThePaceOfTheAnswer() throws Exception {
    Poller<Integer> poller =
        new Poller<>(
            this::ask,
            _ -> Optional.of(Duration.ZERO),
            _ -> true,
            n -> story.add("" + n),
            _ -> {},
            new Random(1));
    WaitForAsyncUtils.waitForAsyncFx(10_000, poller::start);
    assertThat(enough.await(10, TimeUnit.SECONDS)).as("it asked three times").isTrue();
    WaitForAsyncUtils.asyncFx(poller::cancel).get();
    assertThat(story).startsWith("1", "2");
  }

  @Test
  void stopsWhenThereIsNothingToFollow() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    Poller<Integer> poller =
        new Poller<>(
            this::ask,
            _ -> Optional.empty(),
            _ -> true,
            _ -> answered.countDown(),
            _ -> {},
            new Random(1));
    WaitForAsyncUtils.waitForAsyncFx(10_000, poller::start);
    assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(WaitForAsyncUtils.asyncFx(poller::getState).get()).isNotIn(GOING_ON);
    assertThat(asked).hasValue(1);
  }

  @Test
  void stopsOnWhatNeedsThePersonAndBacksOffOnWhatHeals() throws Exception {
    for (boolean heals : List.of(false, true)) {
      CountDownLatch failed = new CountDownLatch(1);
      Poller<Integer> poller =
          new Poller<>(
              () -> {
                throw new IllegalStateException("no");
              },
              _ -> Optional.of(Duration.ZERO),
              _ -> heals,
              _ -> {},
              _ -> failed.countDown(),
              new Random(1));
      WaitForAsyncUtils.waitForAsyncFx(10_000, poller::start);
      assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(GOING_ON.contains(WaitForAsyncUtils.asyncFx(poller::getState).get()))
          .isEqualTo(heals);
      if (heals) {
        assertThat(WaitForAsyncUtils.asyncFx(() -> poller.getPeriod().toMillis()).get())
            .isBetween(500.0, 1500.0);
      }
      WaitForAsyncUtils.asyncFx(poller::cancel).get();
    }
  }

  @Test
  void canBeAskedAtOnceWhileItWaits() throws Exception {
    Poller<Integer> poller =
        new Poller<>(
            this::ask,
            _ -> Optional.of(Duration.ofHours(1)),
            _ -> true,
            n -> story.add("" + n),
            _ -> {},
            new Random(1));
    for (int n = 1; n <= 3; n++) {
      String answer = "" + n;
      WaitForAsyncUtils.waitForAsyncFx(10_000, poller::restart);
      WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> story.contains(answer));
    }
    WaitForAsyncUtils.asyncFx(poller::cancel).get();
    assertThat(story).containsExactly("1", "2", "3");
  }
}
