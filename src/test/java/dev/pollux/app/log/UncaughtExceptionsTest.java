package dev.pollux.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncaughtExceptionsTest {
  private final UncaughtExceptions uncaught = new UncaughtExceptions();
  private final List<String> shown = new ArrayList<>();

  private void fall(String message) throws InterruptedException {
    Thread falling =
        new Thread(() -> {
          throw new IllegalStateException(message);
        });
    falling.setUncaughtExceptionHandler(uncaught);
    falling.start();
    falling.join();
  }

  @Test
  void isShownAsSoonAsThereIsAWindow() throws InterruptedException {
    fall("before the window");
    uncaught.showIn(problem -> shown.add(problem.getMessage()));
    fall("in the window");
    assertThat(shown).containsExactly("in the window");
  }

  @Test
  void aWindowThatCannotShowItDoesNotEndTheThreadOfOthers() throws InterruptedException {
    uncaught.showIn(_ -> {
      throw new IllegalStateException("the window is gone");
    });
    fall("first");
    uncaught.showIn(problem -> shown.add(problem.getMessage()));
    fall("second");
    assertThat(shown).containsExactly("second");
  }

  @Test
  void takesThePlaceOfTheHandlerOfTheProcess() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    try {
      assertThat(Thread.getDefaultUncaughtExceptionHandler())
          .isNotSameAs(UncaughtExceptions.install());
      assertThat(Thread.getDefaultUncaughtExceptionHandler())
          .isInstanceOf(UncaughtExceptions.class);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }
}
