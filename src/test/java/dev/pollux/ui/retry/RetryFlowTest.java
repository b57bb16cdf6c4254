package dev.pollux.ui.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cost.Budget;
import dev.pollux.domain.job.RunId;
import dev.pollux.ledger.LedgerFixture;
import dev.pollux.ledger.Retries;
import dev.pollux.run.state.Run;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The person sees how many rows are sent again and at what price, before anything is sent.
class RetryFlowTest {
  private static final String PASSAGES =
      "SELECT id, text FROM `pollux-sandbox.samples.sotu_passages` ORDER BY id LIMIT 100";

  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();
  private final MessageLog log = new MessageLog(InstantSource.system());
  private final List<String> seen = new ArrayList<>();
  private boolean inFront = true;

  /// Somebody who looks at a screen.
  private final RetryFlow.Asker asker =
      new RetryFlow.Asker() {
        @Override
        public boolean inFront() {
          return inFront;
        }

        @Override
        public @Nullable Window window() {
          return null;
        }

        @Override
        public void sending() {
          seen.add("on its way");
        }
      };

  private RetryFlow flow(LedgerFixture all, Locale locale, boolean sure) {
    return new RetryFlow(
        all.retries,
        () -> Budget.DEFAULT,
        new SameThreadBackground(),
        new Words(locale),
        log,
        (_, title, text, yes, no) -> {
          asked.clear();
          asked.addAll(List.of(title, text, yes, no));
          return sure;
        });
  }

  @Test
  void nothingIsSentBeforeThePersonAgrees() throws Exception {
    try (LedgerFixture all = new LedgerFixture(folder)) {
      all.failing(30);
      all.submit(all.made("r1", all.table("passages", PASSAGES)));
      all.failing(0);
      RunId id = new RunId("r1");

      flow(all, Locale.FRENCH, false).ask(asker, id, Retries.USUAL);
      assertThat(asked.get(0)).matches("Retenter \\d+ lignes\u00a0\\?");
      assertThat(all.ledger("r1").jobs()).hasSize(1);
      assertThat(seen).isEmpty();

      flow(all, Locale.ENGLISH, true).ask(asker, id, Retries.USUAL);
      long rows = all.ledger("r1").jobs().getLast().plan().rows();
      assertThat(rows).isBetween(10L, 60L);
      assertThat(asked.get(0)).isEqualTo("Retry " + rows + " rows?");
      assertThat(asked.get(1))
          .startsWith(
              rows + " requests are sent again, for a run of 100 rows; what was answered is not.")
          .contains("Their answers cost about $0.")
          .containsPattern("Choosing them reads [1-9][\\d.,]* (bytes|kB) \\(")
          .endsWith("one table has all answers, and says which attempt gave each.");
      assertThat(asked.get(2)).isEqualTo("Send " + rows + " requests");
      assertThat(seen).containsExactly("on its way");
      for (Run run : all.ledger("r1").jobs()) {
        all.untilEnded(run);
      }

      flow(all, Locale.ENGLISH, true).ask(asker, id, Retries.USUAL);
      assertThat(log.messages().getFirst().text().why()).isEqualTo("No row is left to be retried.");
      assertThat(all.ledger("r1").jobs()).hasSize(2);
    }
  }

  /// Making the table of what is sent may take minutes.
  @Test
  void whoWentElsewhereMeanwhileStaysThere() throws Exception {
    try (LedgerFixture all = new LedgerFixture(folder)) {
      all.failing(30);
      all.submit(all.made("r1", all.table("passages", PASSAGES)));
      all.failing(0);
      new RetryFlow(
              all.retries,
              () -> Budget.DEFAULT,
              new SameThreadBackground(),
              new Words(Locale.ENGLISH),
              log,
              (_, _, _, _, _) -> {
                inFront = false;
                return true;
              })
          .ask(asker, new RunId("r1"), Retries.USUAL);
      assertThat(all.ledger("r1").jobs()).hasSize(2);
      assertThat(seen).isEmpty();
    }
  }

  /// The list is to say at once that something is sent, and the button is not to be pressed twice.
  @Test
  void whoLooksSeesEachPhaseOfIt() throws Exception {
    try (LedgerFixture all = new LedgerFixture(folder)) {
      all.failing(30);
      all.submit(all.made("r1", all.table("passages", PASSAGES)));
      all.failing(0);
      RunId id = new RunId("r1");
      RetryFlow flow = flow(all, Locale.ENGLISH, true);
      flow.underWay().subscribe((_, now) -> seen.add(now.isEmpty() ? "over" : now.toString()));

      flow.ask(asker, id, Retries.USUAL);
      assertThat(seen)
          .containsExactly("{r1=COUNTING}", "{r1=AGREED}", "{r1=SENDING}", "on its way", "over");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, You went to something else while Pollux counted: ",
    "fr, Vous êtes passé à autre chose pendant le compte\u00a0: "
  })
  void whoWentElsewhereIsNotAskedThere(String language, String said) throws Exception {
    try (LedgerFixture all = new LedgerFixture(folder)) {
      all.failing(30);
      all.submit(all.made("r1", all.table("passages", PASSAGES)));
      inFront = false;

      flow(all, Locale.of(language), true).ask(asker, new RunId("r1"), Retries.USUAL);
      assertThat(asked).isEmpty();
      assertThat(all.ledger("r1").jobs()).hasSize(1);
      assertThat(log.messages().getFirst().text().why()).startsWith(said);
    }
  }
}
