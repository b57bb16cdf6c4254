package dev.pollux.cloud.google;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQuery.TableDataListOption;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.TableId;
import dev.pollux.bench.Figure;
import dev.pollux.bench.Percentile;
import dev.pollux.cloud.Cloud;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.table.TableSchema;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.nio.file.Files;
import java.util.Random;

/// How long a page of 200 rows takes through the adapter, in tables of 10 million and of 13,866
/// rows: the first page of a connection that is new (with the table's metadata, as the window asks
/// for them), and any other page, beside Google's own client that lists the same rows.
public final class PageBench {
  private static final int SIZE = 200;
  private static final int FIRSTS = 20;
  private static final int PAGES = 300;

  private PageBench() {}

  public static void main(String[] arguments) throws Exception {
    try (Sandbox sandbox = Clients.sandbox(Files.createTempDirectory("page-bench"))) {
      BigQuery client = Clients.bigQuery(sandbox);
      client.query(
          QueryJobConfiguration.of(
              "CREATE TABLE mine.ten_million AS SELECT a AS id, CONCAT('row ', CAST(a AS STRING))"
                  + " AS name, a / 3 AS share, MOD(a, 7) = 0 AS flag,"
                  + " TIMESTAMP_SECONDS(1700000000 + a) AS moment FROM"
                  + " (SELECT h * 10000 + t AS a FROM UNNEST(GENERATE_ARRAY(0, 999)) AS h,"
                  + " UNNEST(GENERATE_ARRAY(1, 10000)) AS t)"));
      measure(sandbox, client, new TableRef(Sandbox.PROJECT, "mine", "ten_million"));
      measure(sandbox, client, new TableRef(Sandbox.PROJECT, "samples", "sotu_passages"));
    }
  }

  private static void measure(Sandbox sandbox, BigQuery client, TableRef table) throws Exception {
    double[] firsts = new double[FIRSTS];
    for (int i = 0; i < FIRSTS; i++) {
      long from = System.nanoTime();
      try (Cloud cloud = SandboxClouds.open(sandbox)) {
        TableSchema schema = cloud.catalog().table(table).orElseThrow().schema();
        cloud.rows().page(table, schema, 0, SIZE);
      }
      firsts[i] = millisSince(from);
    }
    String what = "the first 200 rows of `" + table.table() + "`, new connection, ";
    Figure.of(what + "p95", "ms", Percentile.of(firsts, 95)).atMost(150).print();
    Figure.of(what + "the first of all", "ms", firsts[0]).print();
    try (Cloud cloud = SandboxClouds.open(sandbox)) {
      TableSchema schema = cloud.catalog().table(table).orElseThrow().schema();
      long total = cloud.rows().page(table, schema, 0, SIZE).total();
      Random random = new Random(1);
      double[] pages = new double[PAGES];
      double[] theirs = new double[PAGES];
      for (int i = 0; i < PAGES; i++) {
        long start = random.nextLong(total - SIZE);
        long from = System.nanoTime();
        cloud.rows().page(table, schema, start, SIZE);
        pages[i] = millisSince(from);
        from = System.nanoTime();
        client.listTableData(
            TableId.of(table.project(), table.dataset(), table.table()),
            TableDataListOption.startIndex(start),
            TableDataListOption.pageSize(SIZE));
        theirs[i] = millisSince(from);
      }
      Figure.of("any other page of 200 rows of it, p95", "ms", Percentile.of(pages, 95))
          .beside("Google's client", Percentile.of(theirs, 95))
          .atMost(50)
          .print();
    }
  }

  private static double millisSince(long from) {
    return (System.nanoTime() - from) / 1e6;
  }
}
