package dev.pollux.ui.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cost.Budget;
import dev.pollux.domain.RunId;
import dev.pollux.ledger.LedgerFixture;
import dev.pollux.ledger.Retries;
import dev.pollux.run.Run;
import dev.pollux.testing.SameThreadBackground;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.MessageLog;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The person sees how many rows are sent again and at what price, before anything is sent.
class RetryFlowTest {
  private static final String PASSAGES =
      "SELECT id, text FROM `pollux-sandbox.samples.sotu_passages` ORDER BY id LIMIT 100";

  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();
  private final MessageLog log = new MessageLog(InstantSource.system());
  private int changed;

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

      flow(all, Locale.FRENCH, false).ask(null, id, Retries.USUAL, () -> changed++);
      assertThat(asked.get(0)).matches("Retenter \\d+ lignes\u00a0\\?");
      assertThat(all.ledger("r1").jobs()).hasSize(1);
      assertThat(changed).isZero();

      flow(all, Locale.ENGLISH, true).ask(null, id, Retries.USUAL, () -> changed++);
      long rows = all.ledger("r1").jobs().getLast().plan().rows();
      assertThat(rows).isBetween(10L, 60L);
      assertThat(asked.get(0)).isEqualTo("Retry " + rows + " rows?");
      assertThat(asked.get(1))
          .startsWith(
              rows + " requests are sent again, for a run of 100 rows; what was answered is not.")
          .contains("Their answers cost about $0.")
          .contains("Choosing them reads")
          .endsWith("one table has all answers, and says which attempt gave each.");
      assertThat(asked.get(2)).isEqualTo("Send " + rows + " requests");
      assertThat(changed).isEqualTo(1);
      for (Run run : all.ledger("r1").jobs()) {
        all.untilEnded(run);
      }

      flow(all, Locale.ENGLISH, true).ask(null, id, Retries.USUAL, () -> changed++);
      assertThat(log.messages().getFirst().text().why()).isEqualTo("No row is left to be retried.");
      assertThat(all.ledger("r1").jobs()).hasSize(2);
    }
  }
}
