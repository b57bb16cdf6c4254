package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Location;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.state.JobLine;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.ui.jobs.state.JobRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRowsTest {
  private final JobRows rows = new JobRows();

  /// What became of rows, from which on, and with a question mark where what a table selects
  /// meanwhile counts for nothing.
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void listen() {
    rows.all()
        .addListener(
            (ListChangeListener<JobRow>)
                change -> {
                  while (change.next()) {
                    heard.add(
                        (change.wasReplaced() ? "=" : change.wasAdded() ? "+" : "-")
                            + change.getFrom()
                            + (rows.replacing().get() ? "?" : ""));
                  }
                });
  }

  private static JobRow row(int id, JobState state) {
    return JobRow.alone(
        new JobLine(
            Optional.of(
                FakeBatchJobs.job(
                    Integer.toString(id), Location.US_CENTRAL1, state, JobsScreens.NOW)),
            Optional.empty(),
            Optional.empty()));
  }

  private static JobRow row(int id) {
    return row(id, JobState.RUNNING);
  }

  private void show(JobRow... next) {
    show(false, next);
  }

  private void show(boolean hides, JobRow... next) {
    heard.clear();
    rows.show(List.of(next), hides);
    assertThat(rows.all()).containsExactly(next);
  }

  @Test
  void onlyWhatChangedIsSet() {
    show(row(1), row(2), row(3));
    show(row(4), row(1), row(3, JobState.SUCCEEDED));
    assertThat(heard).containsExactly("-1", "+0", "=2");
    show(row(4), row(1), row(3, JobState.SUCCEEDED));
    assertThat(heard).isEmpty();
  }

  @Test
  void anotherOrderIsOneChange() {
    show(row(1), row(2), row(3));
    show(row(3), row(2), row(1));
    assertThat(heard).containsExactly("=0");
  }

  @Test
  void aSelectionThatATableMakesByItselfCountsForNothing() {
    show(row(1), row(2));
    show(true, row(2));
    assertThat(heard).containsExactly("-0?");
    assertThat(rows.replacing().get()).isFalse();
  }

  @Test
  void muchIsSetAtOnce() {
    show(row(1));
    show(IntStream.rangeClosed(1, 30).mapToObj(JobRowsTest::row).toArray(JobRow[]::new));
    assertThat(heard).containsExactly("=0?");
    assertThat(rows.replacing().get()).isFalse();
  }
}
