package dev.pollux.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The threads of the window: where work runs, where answers arrive, that a cancel interrupts.
class FxThreadsTest {
  private final TaskRunner background =
      new TaskRunner(
          new FxThreads(),
          e -> {
            throw new AssertionError(e);
          });

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(10_000, background::close);
  }

  private void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }

  @Test
  void worksElsewhereAndAnswersOnTheFxThread() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    onFx(() ->
        background
            .task(_ -> Thread.currentThread().isVirtual())
            .delayed(Duration.ofMillis(1))
            .onSuccess(virtual -> answer.complete(virtual + " " + Platform.isFxApplicationThread()))
            .start());
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("true true");
  }

  @Test
  void aCancelInterruptsTheWork() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CompletableFuture<Background.Started> task = new CompletableFuture<>();
    onFx(() ->
        task.complete(
            background
                .task(_ -> {
                  begun.countDown();
                  try {
                    return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                  } catch (InterruptedException e) {
                    interrupted.complete(true);
                    throw e;
                  }
                })
                .start()));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    onFx(() -> task.join().cancel());
    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void afterTheCloseNothingStartsAndNothingThrows() {
    onFx(background::close);
    onFx(() -> background.task(_ -> "late").onSuccess(_ -> Platform.exit()).start());
    new FxThreads().close();
  }
}
