package dev.pollux.ui.jobs.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobError;
import dev.pollux.domain.job.JobState;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.DraftFixture;
import dev.pollux.testing.FakeJournal;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import dev.pollux.ui.jobs.JobsScreens;
import dev.pollux.ui.kit.FailureText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// A secret is planted wherever one may be, and is not in the bundle; the prompt is where the
/// person wants it.
class SupportFlowTest {
  private static final String SECRET = "canary-5f1c9e";
  private static final String PROMPT = "Which subject, canary-prompt? {{text}}";
  private final FakeJournal journal = new FakeJournal();
  private final MessageLog log = new MessageLog(JobsScreens.CLOCK);

  @TempDir private Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private JobLine line() {
    RunPlan plan =
        RunPlanner.plan(
                new DraftFixture()
                    .edit(draft ->
                        draft.withSpec(spec ->
                            spec.withTemplate(dev.pollux.prompt.Template.parse(PROMPT))
                                .withSystem("canary-instruction")))
                    .known())
            .orElseThrow();
    BatchJob job = JobsScreens.job(JobState.FAILED, 0);
    Run run =
        new Run(
            plan,
            RunStage.SUBMITTED,
            Optional.of(job.name()),
            Optional.of("401 for Authorization: Bearer " + SECRET),
            JobsScreens.NOW,
            JobsScreens.NOW);
    journal.begin(run);
    BatchJob failed =
        new BatchJob(
            job.name(),
            job.displayName(),
            job.model(),
            job.source(),
            job.destination(),
            job.state(),
            job.rawState(),
            job.counts(),
            Optional.of(new JobError(7, "denied for client_secret=" + SECRET + " of " + SECRET)),
            job.created(),
            job.started(),
            job.ended(),
            job.updated(),
            Map.of("label", SECRET));
    return new JobLine(Optional.of(failed), Optional.of(run), Optional.empty());
  }

  private Map<String, String> bundle(String... ticked) throws Exception {
    Path file = folder.resolve("bundle.zip");
    log.add(
        new FailureText("It failed.", "token " + SECRET, "", "https://me:" + SECRET + "@x", true));
    new SupportFlow(
            new SupportFacts(
                journal,
                () -> Map.of("versions.txt", "Pollux 1"),
                () -> "WARN refused: {\"access_token\":\"ya29.abcdefgh12345\"} for " + SECRET,
                () -> "Sign-in: expired, Authorization: Bearer " + SECRET,
                Map.of("MY_ACCESS_TOKEN", SECRET, "HOME", "/home/ana")),
            new SameThreadBackground(),
            new Words(Locale.ENGLISH),
            log,
            (_, _, _, _, _, _) -> Optional.of(Set.of(ticked)),
            (_, name) -> {
              assertThat(name).startsWith("pollux-support-").endsWith(".zip");
              return Optional.of(file);
            })
        .ask(null, line());
    return read(file);
  }

  private static Map<String, String> read(Path file) throws Exception {
    Map<String, String> texts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  @Test
  void noSecretAndNoPromptIsInIt() throws Exception {
    Map<String, String> texts = bundle();
    assertThat(texts)
        .containsOnlyKeys(
            "versions.txt",
            "journal.json",
            "service.json",
            "messages.txt",
            "log.txt",
            "report.txt");
    assertThat(texts.values())
        .allSatisfy(text -> assertThat(text).doesNotContain(SECRET, "canary"));
    assertThat(texts.get("journal.json")).contains("SUBMITTED", "fingerprint", "401");
    assertThat(texts.get("service.json")).contains("JOB_STATE_FAILED", "denied");
    assertThat(texts.get("messages.txt")).contains("It failed.");
    assertThat(texts.get("log.txt")).contains("WARN refused").doesNotContain("ya29");
    assertThat(texts.get("report.txt")).contains("Sign-in: expired");
    assertThat(log.messages().getFirst().text().what()).contains("saved");
  }

  @Test
  void thePromptIsWhereItIsWanted() throws Exception {
    Map<String, String> texts = bundle("jobs-support-prompt");
    assertThat(texts.get("journal.json")).contains("canary-prompt", "canary-instruction");
    assertThat(texts.values()).allSatisfy(text -> assertThat(text).doesNotContain(SECRET));
  }

  @Test
  void whereItCannotBeWrittenThatIsSaid() {
    new SupportFlow(
            new SupportFacts(
                journal,
                Map::of,
                () -> "",
                () -> {
                  throw new IOException("no sandbox");
                },
                Map.of()),
            new SameThreadBackground(),
            new Words(Locale.ENGLISH),
            log,
            (_, _, _, _, _, _) -> Optional.of(Set.of()),
            (_, _) -> Optional.of(folder.resolve("no/such/folder.zip")))
        .ask(null, line());
    assertThat(log.messages().getFirst().text().what()).contains("could not be saved");
  }
}
