package dev.pollux.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/// Work that tells its progress a thousand times holds the screens once.
class LatestProgressTest {
  private final Queue<Runnable> screen = new ArrayDeque<>();
  private final List<String> shown = new ArrayList<>();
  private final LatestProgress progress =
      new LatestProgress(screen::add, (done, total) -> shown.add(done + " of " + total));

  @Test
  void oneUpdateIsUnderWayAndShowsTheLatest() {
    for (int done = 1; done <= 1_000; done++) {
      progress.update(done, 1_000);
    }
    assertThat(screen).hasSize(1);
    screen.remove().run();
    assertThat(shown).containsExactly("1000 of 1000");
  }

  @Test
  void whatIsToldAfterAnUpdateIsShownToo() {
    progress.update(1, 2);
    screen.remove().run();
    progress.update(2, 2);
    screen.remove().run();
    assertThat(shown).containsExactly("1 of 2", "2 of 2");
  }
}
