package dev.pollux.sandbox.vertex.fault;

import java.util.List;

/// Rows that fail on purpose, with statuses that were seen and that heal on retry. Which rows, and
/// how, depends on the row's position alone.
public final class RowFaults {
  private static final List<String> STATUSES =
      List.of(
          "Resource Exhausted: {\"error\": {\"code\": 429, \"message\": \"Resource exhausted. Please try again later.\", \"status\": \"RESOURCE_EXHAUSTED\"}}",
          "{\"error\": {\"code\": 4, \"message\": \"Request deadline exceeded before prefill finished\", \"status\": \"DEADLINE_EXCEEDED\"}}",
          "Internal Server Error: {\"error\": {\"code\": 13, \"message\": \"Internal error encountered.\", \"status\": \"INTERNAL\"}}");

  private RowFaults() {}

  public static boolean hits(long row, double percent) {
    return (mix(row) >>> 11) * 0x1.0p-53 * 100 < percent;
  }

  public static String status(long row) {
    return STATUSES.get((int) Long.remainderUnsigned(mix(row ^ 0x5bd1e995L), STATUSES.size()));
  }

  /// SplitMix64's finalizer: neighbours share nothing.
  public static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
