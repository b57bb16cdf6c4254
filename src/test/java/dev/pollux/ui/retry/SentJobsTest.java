package dev.pollux.ui.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.text.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a retry that was not sent as a whole is true of each of its jobs.
class SentJobsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en |                                     | The retry was not sent.
          en | INTENT PREPARING                    | The retry was not sent.
          en | SUBMITTING REFUSED                  | The retry was not sent.
          en | SUBMITTING                          | The retry may have been sent, or a part of it: the list says it as soon as it is known.
          en | SUBMITTING SUBMITTED, UNKNOWN       | The retry may have been sent, or a part of it: the list says it as soon as it is known.
          en | SUBMITTED, PREPARING                | One job of the retry was sent and is in the list; no other was sent.
          en | SUBMITTED, SUBMITTED, REFUSED       | 2 jobs of the retry were sent and are in the list; no other was sent.
          fr | SUBMITTED, SUBMITTED, REFUSED       | 2 tâches de la nouvelle tentative ont été envoyées et sont dans la liste ; aucune autre ne l’a été.
          """)
  void saysWhatIsTrueOfAll(String language, String jobs, String said) {
    SentJobs sent = new SentJobs();
    String[] each = jobs == null ? new String[0] : jobs.split(", ", -1);
    for (int i = 0; i < each.length; i++) {
      for (String stage : each[i].split(" ", -1)) {
        sent.hear(run("r" + i, RunStage.valueOf(stage)));
      }
    }
    assertThat(sent.outcome(new Words(Locale.of(language))).replace('\u00a0', ' ')).isEqualTo(said);
  }

  private static Run run(String id, RunStage stage) {
    TableRef table = new TableRef("p", "d", "t");
    RunPlan plan =
        new RunPlan(
            new RunId(id),
            "t",
            "p",
            Location.US_CENTRAL1,
            GeminiModel.of("gemini-2.5-flash"),
            table,
            new RequestSource.OwnColumn(table),
            table,
            1_000,
            Optional.empty(),
            Optional.empty());
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    return new Run(plan, stage, Optional.empty(), Optional.empty(), now, now);
  }
}
