package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How a table is divided, which is kept as metadata: rows are the same with or without. What would
/// take rows away, or refuse queries, is not served.
final class Partitioning {
  private static final Set<String> UNITS = Set.of("HOUR", "DAY", "MONTH", "YEAR");

  private Partitioning() {}

  /// @throws Failure if the service would refuse it, or it is not served
  static void check(ObjectNode table) {
    JsonNode time = table.path("timePartitioning");
    if (time.isObject() && !UNITS.contains(time.path("type").asString(""))) {
      throw new Failure(
          Reason.INVALID,
          "Invalid value for timePartitioning.type: \"" + time.path("type").asString("") + "\"");
    }
    if (SentBody.number(time, "expirationMs", 0) != 0) {
      throw new Failure(
          Reason.NOT_IMPLEMENTED, "The sandbox does not serve tables whose partitions expire");
    }
    if (SentBody.flag(time, "requirePartitionFilter", false)) {
      throw new Failure(
          Reason.NOT_IMPLEMENTED, "The sandbox does not serve tables that need a partition filter");
    }
    JsonNode range = table.path("rangePartitioning");
    if (range.isObject() && time.isObject()) {
      throw new Failure(
          Reason.INVALID, "Only one of timePartitioning and rangePartitioning can be specified");
    }
    if (range.isObject() && range.path("field").asString("").isEmpty()) {
      throw new Failure(Reason.INVALID, "Field required for range partitioning is missing");
    }
  }
}
