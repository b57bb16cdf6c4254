package dev.pollux.cloud.google;

import com.google.api.gax.paging.Page;
import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQuery.TableDataListOption;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.TableId;
import com.sun.management.OperatingSystemMXBean;
import dev.pollux.bench.Figure;
import dev.pollux.cloud.Cloud;
import dev.pollux.domain.table.TableInfo;
import dev.pollux.domain.table.TableRef;
import dev.pollux.results.Accountant;
import dev.pollux.results.Accounting;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Optional;

/// How long all answers of a job take to be accounted for, through the adapter, beside Google's own
/// client that reads the same table page by page. By hand: `java -cp …
/// dev.pollux.cloud.google.AccountBench [rows]`.
public final class AccountBench {
  private static final TableRef OUTPUT = new TableRef(Sandbox.PROJECT, "mine", "many_answers");

  private static final int ROUNDS = 2;
  private static final double MOST_SECONDS = 20;

  private AccountBench() {}

  public static void main(String[] arguments) throws Exception {
    long rows = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
    try (Sandbox sandbox = Clients.sandbox(Files.createTempDirectory("account-bench"))) {
      BigQuery client = Clients.bigQuery(sandbox);
      client.query(QueryJobConfiguration.of(answers(rows)));
      try (Cloud cloud = SandboxClouds.open(sandbox)) {
        TableInfo output = cloud.catalog().table(OUTPUT).orElseThrow();
        double first = 0;
        for (int round = 1; round <= ROUNDS; round++) {
          long from = System.nanoTime();
          long worked = processor();
          Accounting accounts =
              new Accountant(cloud.rows()).account(output, Optional.of(rows), _ -> false, _ -> {});
          double seconds = (System.nanoTime() - from) / 1e9;
          first = round == 1 ? seconds : first;
          System.out.printf(
              "round %d: %d of %d answered, %.1f s, %.1f s of processor, heap %d MB%n",
              round,
              accounts.answered(),
              accounts.input(),
              seconds,
              (processor() - worked) / 1e9,
              heap());
        }
        Figure.of("accounting of %,d output rows, once".formatted(rows), "s", first)
            .beside(
                "Google's client, a tenth of the rows, times ten",
                10 * pageByPage(client, rows / 10))
            .atMost(MOST_SECONDS)
            .print();
        Figure.of("heap after it", "MB", (double) heap()).print();
      }
    }
  }

  /// All columns, one page after the other, as large as the service gives them.
  private static double pageByPage(BigQuery client, long rows) {
    long from = System.nanoTime();
    long read = 0;
    Page<FieldValueList> page =
        client.listTableData(
            TableId.of(OUTPUT.project(), OUTPUT.dataset(), OUTPUT.table()),
            TableDataListOption.pageSize(10_000));
    while (true) {
      for (FieldValueList _ : page.getValues()) {
        read++;
      }
      if (read >= rows || !page.hasNextPage()) {
        return (System.nanoTime() - from) / 1e9 * rows / read;
      }
      page = page.getNextPage();
    }
  }

  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
  }

  /// One row in fifty failed; the others are objects of three members.
  private static String answers(long rows) {
    return "CREATE TABLE "
        + OUTPUT.sql()
        + " AS SELECT a AS id, CONCAT('{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"',"
        + " REPEAT('What is said here of the economy? ', 12), CAST(a AS STRING), '\"}]}]}') AS"
        + " request, IF(MOD(a, 50) = 0, '', CONCAT('{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"{\\\\\"subject\\\\\":"
        + " \\\\\"economy\\\\\", \\\\\"confidence\\\\\": 0.', CAST(MOD(a, 90) + 10 AS STRING), ',"
        + " \\\\\"quote\\\\\": \\\\\"the usual interchange of\\\\\"}\"}],\"role\":\"model\"},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":',"
        + " CAST(100 + MOD(a, 50) AS STRING), ',\"candidatesTokenCount\":30,\"totalTokenCount\":',"
        + " CAST(130 + MOD(a, 50) AS STRING), '},\"modelVersion\":\"sandbox-gemini-2.5-flash\"}'))"
        + " AS response, IF(MOD(a, 50) = 0, '429 no capacity', '') AS status FROM"
        + " UNNEST(GENERATE_ARRAY(1, "
        + rows
        + ")) a";
  }
}
