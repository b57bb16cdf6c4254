package dev.pollux.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.RunId;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.ui.jobs.JobNews.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whoever looks elsewhere is told of each job once.
class JobNoticesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private final List<String> desktop = new ArrayList<>();
  private final List<String> inside = new ArrayList<>();
  private final Kept kept = new Kept();
  private boolean focused;
  private boolean desktopThere = true;

  private static final class Kept implements JobNotices.Memory {
    private Optional<String> told = Optional.empty();
    private boolean on = true;

    @Override
    public Optional<String> told() {
      return told;
    }

    @Override
    public void keepTold(String keys) {
      told = Optional.of(keys);
    }

    @Override
    public boolean isOn() {
      return on;
    }

    @Override
    public void setOn(boolean to) {
      on = to;
    }
  }

  /// As after each start: nothing but what was kept is known.
  private void look(Line... lines) {
    JobNotices notices =
        new JobNotices(
            kept,
            () -> focused,
            (title, text) -> {
              desktop.add(title + ": " + text);
              return desktopThere;
            },
            line -> inside.add(line.title() + ": " + line.state()),
            new SameThreadBackground(),
            InstantSource.fixed(NOW));
    notices.look(List.of(lines));
    notices.look(List.of(lines));
  }

  private static final Optional<RunId> RUN = Optional.of(new RunId("run"));

  private static Line line(String key, boolean rests) {
    return new Line(key, "Topics", rests ? "Done" : "Running", RUN, rests, NOW);
  }

  @Test
  void whatEndedBeforeTheFirstLookIsNoNews() {
    look(line("a", true));
    assertThat(desktop).isEmpty();
  }

  @Test
  void eachEndIsToldOnceOverRestarts() {
    look();
    look(line("a", false));
    look(line("a/DONE", true));
    look(line("a/DONE", true));
    assertThat(desktop).containsExactly("Topics: Done");
    look(line("a/DONE", true), line("b/EXPIRED", true));
    assertThat(desktop).hasSize(2);
    assertThat(inside).isEmpty();
  }

  @Test
  void whoLooksAtTheWindowIsNotToldAndNotLaterEither() {
    look();
    focused = true;
    look(line("a", true));
    focused = false;
    look(line("a", true));
    assertThat(desktop).isEmpty();
  }

  @Test
  void whoDoesNotWantItIsNotTold() {
    look();
    kept.setOn(false);
    look(line("a", true));
    assertThat(desktop).isEmpty();
  }

  @Test
  void jobsOfOthersAndOldOnesAreNoNews() {
    look();
    look(
        new Line("other", "Theirs", "Done", Optional.empty(), true, NOW),
        new Line("old", "Ours", "Done", RUN, true, NOW.minus(Duration.ofDays(10))));
    assertThat(desktop).isEmpty();
  }

  @Test
  void whereTheDesktopHasNoNoticeTheWindowSaysIt() {
    look();
    desktopThere = false;
    look(line("a", true));
    assertThat(inside).containsExactly("Topics: Done");
  }
}
