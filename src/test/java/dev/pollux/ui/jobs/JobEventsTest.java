package dev.pollux.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.JobState;
import dev.pollux.run.Plans;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobEvents;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.jobs.state.StartHistory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the timeline of a job says of the way of its run.
class JobEventsTest {
  private static final Instant NOW = JobsScreens.NOW;
  private final Words words = new Words(Locale.ENGLISH);
  private final JobEvents events = new JobEvents(words, new JobWords(words, ZoneOffset.UTC));

  private List<String> told(JobLine line) {
    return events.of(JobRow.alone(line), Optional.empty(), StartHistory.of(List.of()), NOW).stream()
        .filter(JobEvents.Event::happened)
        .map(event -> event.when().replace('\u202f', ' ') + " " + event.what())
        .toList();
  }

  private static Run lost() {
    return Run.decided(Plans.copied("r1"), NOW.minusSeconds(600))
        .at(RunStage.PREPARING, "503 Service Unavailable", NOW.minusSeconds(540))
        .at(RunStage.COPYING, NOW.minusSeconds(480))
        .at(RunStage.SUBMITTING, NOW.minusSeconds(420))
        .at(RunStage.UNKNOWN, "the wire broke", NOW.minusSeconds(360));
  }

  @Test
  void aRunThatHasNoJobYetTellsEachStageAndWhatItMet() {
    assertThat(told(JobLine.of(lost(), false)))
        .containsExactly(
            "2:05 PM Decided",
            "2:06 PM Requests are made: 503 Service Unavailable",
            "2:07 PM Requests on their way to where the job runs",
            "2:08 PM Being sent",
            "2:09 PM No answer came, looked for by its label: the wire broke");
  }

  @Test
  void aRunThatBecameAJobGoesOnWithTheTimesOfTheService() {
    JobLine job =
        new JobLine(
            Optional.of(JobsScreens.job(JobState.PENDING, 0)), Optional.empty(), Optional.empty());
    Run sent = lost().became(job.job().orElseThrow().name(), NOW.minusSeconds(300));

    assertThat(told(JobLine.of(job.job().orElseThrow(), sent)))
        .hasSize(6)
        .noneMatch(line -> line.endsWith("M Sent"))
        .anyMatch(line -> line.endsWith("Sent, waits for capacity"));
  }

  @Test
  void aRunWhoseJobIsGoneSaysThatItWasTaken() {
    Run sent = lost().became(JobsScreens.job(JobState.PENDING, 0).name(), NOW.minusSeconds(300));

    assertThat(told(JobLine.of(sent, false))).last().isEqualTo("2:10 PM Sent");
  }
}
