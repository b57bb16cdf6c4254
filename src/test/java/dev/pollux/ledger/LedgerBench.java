package dev.pollux.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.cost.Budget;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.draft.plan.RunPlanner;
import dev.pollux.draft.state.DraftState;
import dev.pollux.results.outcome.FateCounts;
import dev.pollux.results.outcome.OutcomeKind;
import dev.pollux.results.outcome.RowFate;
import dev.pollux.run.state.Run;
import dev.pollux.sandbox.Clients;
import dev.pollux.testing.WatchedCloud;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One run over more rows than two jobs may have, a fifth of them asking what others ask, three in
/// a hundred failing; one retry; then the same table with 1,000 rows changed and 500 new. Holds
/// what is sent against what the sandbox counted, and prints what it took. By hand: `java -cp …
/// dev.pollux.ledger.LedgerBench [rows]`. A fifth less than 520,000 is more than two parts take.
public final class LedgerBench {
  private static final int CHANGED = 1_000;
  private static final int NEW = 500;

  /// Of those, as in the whole table, a fifth asks what another asks.
  private static final int SENT = 1_200;

  private final long rows;
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();
  private LedgerFixture all;
  private long from;
  private long bytes;

  private LedgerBench(long rows) {
    this.rows = rows;
  }

  public static void main(String[] arguments) throws Exception {
    new LedgerBench(arguments.length == 0 ? 520_000 : Long.parseLong(arguments[0])).run();
  }

  private void run() throws Exception {
    try (LedgerFixture fixture =
        new LedgerFixture(
            Files.createTempDirectory("ledger-bench"),
            cloud -> new WatchedCloud(cloud, point -> calls.merge(point, 1, Integer::sum)))) {
      all = fixture;
      from = System.nanoTime();
      TableRef many =
          all.table(
              "many",
              "SELECT n AS id, CONCAT('Of tariffs and of trade, passage ', CAST(MOD(n, "
                  + rows * 4 / 5
                  + ") AS STRING)) AS text FROM UNNEST(GENERATE_ARRAY(1, "
                  + rows
                  + ")) AS n");
      done("the table is there");
      firstAttempt(many);
      retry();
      onlyChanged(many);
    }
  }

  private void firstAttempt(TableRef many) throws Exception {
    DraftState state = all.drafted("many", many);
    RunPlan plan = RunPlanner.plan(state).orElseThrow();
    assertThat(plan.rows()).as("each request once").isEqualTo(rows * 4 / 5);
    done(
        "everything is looked up: "
            + plan.rows()
            + " requests in "
            + plan.jobs().size()
            + " parts");
    all.failing(3);
    all.submitter.submit(plan, _ -> {});
    done("all parts are sent");
    assertThat(untilEnded("many", 1)).as("counted by the sandbox").isEqualTo(plan.rows());
    done("all parts have ended");
    FateCounts first = account("many", rows);
    assertThat(first.of(OutcomeKind.FAILED)).isPositive();
  }

  private void retry() throws Exception {
    long failed = 0;
    for (Run run : all.ledger("many").jobs()) {
      failed += job(run).counts().orElseThrow().failed();
    }
    all.failing(0);
    Retry.Ready retry =
        (Retry.Ready) all.retries.prepare(new RunId("many"), Retries.USUAL, Budget.DEFAULT);
    assertThat(retry.requests()).as("exactly what failed").isEqualTo(failed);
    done("the retry is prepared: " + failed + " requests");
    all.retries.send(retry, _ -> {});
    done("the retry is sent");
    assertThat(untilEnded("many", 2)).as("counted by the sandbox").isEqualTo(failed);
    done("the retry has ended");
    assertThat(account("many", rows).of(RowFate.ANSWERED)).isEqualTo(rows);
  }

  private void onlyChanged(TableRef many) throws Exception {
    TableRef now =
        all.table(
            "now",
            "SELECT id, IF(id <= %1$d, CONCAT('Changed ', CAST(MOD(id, %2$d) AS STRING)), text) AS text FROM %3$s UNION ALL SELECT n + %4$d AS id, CONCAT('New ', CAST(MOD(n, %5$d) AS STRING)) AS text FROM UNNEST(GENERATE_ARRAY(1, %6$d)) AS n"
                .formatted(CHANGED, CHANGED * 4 / 5, many.sql(), rows, NEW * 4 / 5, NEW));
    done("1,000 rows are changed and 500 new");
    RunPlan plan = RunPlanner.plan(all.drafted("now", now, true)).orElseThrow();
    assertThat(plan.rows()).as("only what is new, each once").isEqualTo(SENT);
    done("everything is looked up: " + plan.rows() + " requests");
    all.submitter.submit(plan, _ -> {});
    done("what is new is sent");
    assertThat(untilEnded("now", 1)).as("counted by the sandbox").isEqualTo(SENT);
    done("it has ended");
    assertThat(account("now", rows + NEW).of(RowFate.ANSWERED)).isEqualTo(rows + NEW);
  }

  private FateCounts account(String run, long input) throws Exception {
    FateCounts counts = all.answers.account(all.ledger(run), _ -> {}).rows();
    done("one table of answers is made and accounted for: " + counts);
    assertThat(
            counts.of(OutcomeKind.ANSWERED)
                + counts.of(OutcomeKind.FAILED)
                + counts.of(OutcomeKind.BLOCKED)
                + counts.of(OutcomeKind.MISSING))
        .as("it adds up")
        .isEqualTo(input)
        .isEqualTo(counts.input());
    return counts;
  }

  private BatchJob job(Run run) throws Exception {
    return all.cloud.jobs().get(run.job().orElseThrow());
  }

  /// @return how many requests the jobs of that attempt were sent, as they say
  private long untilEnded(String run, int attempt) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    long requests = 0;
    for (Run one : all.ledger(run).jobs()) {
      if (one.plan().place().attempt() == attempt) {
        while (!job(one).state().isFinal()) {
          never.await(250, TimeUnit.MILLISECONDS);
        }
        requests += job(one).counts().orElseThrow().done();
      }
    }
    return requests;
  }

  /// What it took since the last line: seconds, bytes that queries read, and calls.
  private void done(String what) throws Exception {
    long read = bytesRead();
    System.out.printf(
        "%6.1f s  %,13d bytes  %s%n        %s%n",
        (System.nanoTime() - from) / 1e9, read - bytes, what, calls());
    bytes = read;
    calls.clear();
    from = System.nanoTime();
  }

  private Map<String, Integer> calls() {
    Map<String, Integer> told = new TreeMap<>();
    calls.forEach((point, times) -> {
      if (point.startsWith("before ")) {
        told.put(point.substring("before ".length()), times);
      }
    });
    return told;
  }

  private long bytesRead() throws Exception {
    long sum = 0;
    String page = "";
    do {
      JsonNode answer =
          JsonMapper.shared()
              .readTree(
                  Clients.send(
                          Clients.request(
                                  all.sandbox,
                                  "/bigquery/v2/projects/pollux-sandbox/jobs?projection=full"
                                      + (page.isEmpty() ? "" : "&pageToken=" + page))
                              .build())
                      .body());
      for (JsonNode job : answer.path("jobs")) {
        sum += Long.parseLong(job.path("statistics").path("totalBytesProcessed").asString("0"));
      }
      page = answer.path("nextPageToken").asString("");
    } while (!page.isEmpty());
    return sum;
  }
}
