package dev.pollux.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FxBackgroundTest {
  private final List<String> story = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final FxBackground background =
      new FxBackground(e -> {
        story.add("unhandled " + e.getMessage());
      });

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void close() {
    background.close();
  }

  private <T> void start(Background.Pending<T> task) throws InterruptedException {
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> task.andFinally(end::countDown).start());
    assertThat(end.await(10, TimeUnit.SECONDS)).as("the task ended").isTrue();
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void worksElsewhereAndAnswersOnTheFxThread() throws Exception {
    start(
        background
            .task("read", _ -> Thread.currentThread().isVirtual())
            .onSuccess(virtual ->
                story.add(virtual + " " + javafx.application.Platform.isFxApplicationThread())));
    assertThat(story).containsExactly("true true");
    assertThat(background.running()).isEmpty();
  }

  @Test
  void aFailureThatNobodyTakesIsNotSilent() throws Exception {
    start(
        background.task(
            "read",
            _ -> {
              throw new IllegalStateException("broken");
            }));
    assertThat(story).containsExactly("unhandled broken");
  }

  @Test
  void aFailureGoesToWhoTakesIt() throws Exception {
    start(
        background
            .task(
                "read",
                _ -> {
                  throw new IllegalStateException("broken");
                })
            .onFailure(e -> story.add("taken " + e.getMessage())));
    assertThat(story).containsExactly("taken broken");
  }

  @Test
  void onlyTheNewestTaskAnswers() throws Exception {
    LatestOnly latest = new LatestOnly();
    CountDownLatch never = new CountDownLatch(1);
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          latest.start(
              background
                  .task(
                      "old",
                      _ -> {
                        never.await();
                        return "old";
                      })
                  .onSuccess(story::add));
          latest.start(
              background.task("new", _ -> "new").onSuccess(story::add).andFinally(end::countDown));
        });
    assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(story).containsExactly("new");
    assertThat(background.running()).isEmpty();
  }
}
