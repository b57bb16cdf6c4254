package dev.pollux.cloud.google;

import com.google.cloud.bigquery.QueryJobConfiguration;
import java.time.Duration;
import java.util.Map;

/// What bounds each query that is run: how much may be billed for it, how long it may last, and by
/// what label it is known on the bill.
final class QueryLimits {
  /// The label of all queries of this program.
  static final Map<String, String> LABELS = Map.of("app", "pollux");

  /// How long a query may run. Whoever waits for one gives up at the same time.
  static final Duration LONGEST = Duration.ofMinutes(15);

  /// The least that is billed (https://cloud.google.com/bigquery/pricing#on_demand_pricing).
  private static final long LEAST = 10L << 20;

  /// For what a dry run cannot measure, as external tables: it says 0. About 0.6 USD.
  private static final long UNMEASURED = 100L << 30;

  private QueryLimits() {}

  /// @param bytes what the dry run said
  static QueryJobConfiguration.Builder apply(QueryJobConfiguration.Builder query, long bytes) {
    return query
        .setMaximumBytesBilled(ceiling(bytes))
        .setJobTimeoutMs(LONGEST.toMillis())
        .setLabels(LABELS);
  }

  /// A tenth more than the dry run said: the table may have grown since.
  static long ceiling(long bytes) {
    return bytes == 0 ? UNMEASURED : Math.max(LEAST, bytes + bytes / 10);
  }
}
