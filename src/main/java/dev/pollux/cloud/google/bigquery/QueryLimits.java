package dev.pollux.cloud.google.bigquery;

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

  private QueryLimits() {}

  /// @param most how many bytes may be billed
  static QueryJobConfiguration.Builder apply(QueryJobConfiguration.Builder query, long most) {
    return query.setMaximumBytesBilled(most).setJobTimeoutMs(LONGEST.toMillis()).setLabels(LABELS);
  }
}
