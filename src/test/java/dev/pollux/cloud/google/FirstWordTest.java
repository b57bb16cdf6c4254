package dev.pollux.cloud.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Query;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cloud.google.client.Timeouts;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.RunServices;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunClaims;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.SilentServer;
import dev.pollux.testing.SilentServer.Silence;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who waits for a service that says nothing hears of it within two minutes. Deadlines are short
/// here; what counts is how many of them go by before there is a word, and how long they usually
/// are.
class FirstWordTest {
  private static final Duration BOUND = Duration.ofMinutes(2);
  private static final Timeouts USUAL = Timeouts.USUAL;
  private static final Timeouts SHORT =
      new Timeouts(
          Duration.ofMillis(300),
          Duration.ofMillis(60),
          Duration.ofMillis(90),
          Duration.ofMillis(200),
          Duration.ofMillis(1),
          Duration.ofMillis(800));
  private static final TableRef TABLE = new TableRef("p", "d", "requests");

  private static RunPlan plan(RequestSource requests) {
    return new RunPlan(
        new RunId("silent"),
        "Silent",
        "p",
        Location.US_CENTRAL1,
        GeminiModel.of("gemini-2.5-flash"),
        TABLE,
        requests,
        new TableRef("p", "d", "answers"),
        -1,
        Optional.empty(),
        Optional.empty());
  }

  private static Cloud over(SilentServer server) throws CloudException {
    return GoogleCloud.open(
        new Connection.Sandbox("p", Location.US_CENTRAL1),
        new Endpoints.Sandbox(
            URI.create("http://127.0.0.1:" + server.port()), "127.0.0.1:" + server.port(), "token"),
        SHORT);
  }

  private static RunServices services(Cloud cloud, FakeJournal journal) {
    return RunServices.of(cloud, journal, new RunClaims(), InstantSource.system());
  }

  /// What becomes of one that was heard and not answered: see CreateFaultsTest.
  @Test
  void aCreateThatNobodyTakesIsRefusedAfterItsDeadline() throws Exception {
    FakeJournal journal = new FakeJournal();
    List<RunStage> heard = new ArrayList<>();
    try (SilentServer silent = new SilentServer(Silence.ACCEPTS);
        Cloud cloud = over(silent)) {
      assertThatThrownBy(() ->
              services(cloud, journal)
                  .submitter()
                  .submit(
                      plan(new RequestSource.OwnColumn(TABLE)), step -> heard.add(step.stage())))
          .isInstanceOf(CloudException.class);
    }
    assertThat(heard).endsWith(RunStage.SUBMITTING, RunStage.REFUSED);
    assertThat(journal.runs().getFirst().problem()).as("and why").isPresent();
    assertThat(USUAL.create()).as("one create, and no look before the word").isLessThan(BOUND);
  }

  @Test
  void aListThatIsNotAnsweredIsSaidAboveTheJobs() throws Exception {
    try (SilentServer silent = new SilentServer(Silence.ACCEPTS);
        Cloud cloud = over(silent)) {
      assertThatThrownBy(() -> services(cloud, new FakeJournal()).follower().refresh())
          .isInstanceOfSatisfying(
              CloudException.Unavailable.class,
              why ->
                  assertThat(
                          new FailureWords(new Words(Locale.ENGLISH))
                              .explain("The jobs were not listed.", why)
                              .sentence())
                      .isNotBlank());
    }
    assertThat(USUAL.read()).as("with all its tries, all locations at once").isLessThan(BOUND);
  }

  @Test
  void aQueryThatIsNotTakenIsRefusedOrSaid() throws Exception {
    FakeJournal journal = new FakeJournal();
    List<Run> heard = new ArrayList<>();
    RunPlan plan =
        plan(
            new RequestSource.Made(
                TABLE,
                Query.of(
                    "CREATE TABLE p.d.requests AS SELECT 1 AS request", Location.US_CENTRAL1)));
    try (SilentServer silent = new SilentServer(Silence.ACCEPTS);
        Cloud cloud = over(silent)) {
      int[] waits = {Integer.MAX_VALUE};
      assertThatThrownBy(() ->
              services(cloud, journal)
                  .submitter()
                  .submit(
                      plan,
                      step -> {
                        heard.add(step);
                        if (step.isHeldUp()) {
                          waits[0] = Math.min(waits[0], silent.connections());
                        }
                      }))
          .isInstanceOf(CloudException.class);
      waits[0] = Math.min(waits[0], silent.connections());
      assertThat(USUAL.http().multipliedBy(waits[0]))
          .as("%s silences of %s before the first word", waits[0], USUAL.http())
          .isLessThanOrEqualTo(BOUND);
    }
    assertThat(heard.getLast().stage()).as("nothing was sent").isEqualTo(RunStage.REFUSED);
  }
}
