package dev.pollux.sandbox.bigquery.job;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How copies between locations go, and what goes wrong with them on purpose.
///
/// @param seconds a copy takes so long, in job time; at least 0
/// @param failures so many next copies fail after that time, as on a hiccup inside the service
/// @param lostReplies so many next copies begin, and their insert is answered 503
public record CopyFaults(double seconds, int failures, int lostReplies) {
  /// Nothing goes wrong.
  public static final CopyFaults NONE = new CopyFaults(1, 0, 0);

  /// @throws IllegalArgumentException when a figure is out of its range
  public CopyFaults {
    if (!(seconds >= 0 && seconds <= 1e9) || failures < 0 || lostReplies < 0) {
      throw new IllegalArgumentException(
          "seconds must be from 0 to 1e9; failures and lostReplies are not negative");
    }
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("seconds", seconds)
        .put("failures", failures)
        .put("lostReplies", lostReplies);
  }

  /// Members that are not named keep the value they have here.
  ///
  /// @throws IllegalArgumentException when a figure is out of range
  CopyFaults with(JsonNode node) {
    return new CopyFaults(
        node.path("seconds").asDouble(seconds),
        node.path("failures").asInt(failures),
        node.path("lostReplies").asInt(lostReplies));
  }

  CopyFaults withOneFailureLess() {
    return new CopyFaults(seconds, failures - 1, lostReplies);
  }

  CopyFaults withOneReplyMore() {
    return new CopyFaults(seconds, failures, lostReplies - 1);
  }
}
