package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What of a table's division would take rows away, or refuse queries: it is not served. The rest
/// is metadata, which the store holds against the columns.
final class Partitioning {
  private Partitioning() {}

  /// @throws Failure if it is not served
  static void check(ObjectNode table) {
    JsonNode time = table.path("timePartitioning");
    if (SentBody.number(time, "expirationMs", 0) != 0) {
      throw new Failure(
          Reason.NOT_IMPLEMENTED, "The sandbox does not serve tables whose partitions expire");
    }
    if (SentBody.flag(time, "requirePartitionFilter", false)) {
      throw new Failure(
          Reason.NOT_IMPLEMENTED, "The sandbox does not serve tables that need a partition filter");
    }
  }
}
