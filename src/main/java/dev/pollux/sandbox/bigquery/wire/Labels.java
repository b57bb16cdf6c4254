package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Labels of datasets, tables and jobs. What they may hold is
/// [documented](https://docs.cloud.google.com/bigquery/docs/labels-intro#requirements); the words
/// of the refusal are those of [other
/// services](https://github.com/googleapis/gax-nodejs/issues/1375), since nobody has written
/// BigQuery's down.
public final class Labels {
  private static final int MOST = 64;
  private static final Pattern KEY =
      Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{M}\\p{N}_-]{0,62}");
  private static final Pattern VALUE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{M}\\p{N}_-]{0,63}");

  private Labels() {}

  /// Those that are there, with those that were sent; null takes one away.
  ///
  /// @throws Failure for one that the service would refuse
  public static ObjectNode merge(JsonNode old, JsonNode sent) {
    ObjectNode labels = JsonNodeFactory.instance.objectNode();
    if (old instanceof ObjectNode before) {
      labels.setAll(before);
    }
    if (!sent.isObject()) {
      throw new Failure(Reason.INVALID, "Invalid value at 'labels' (TYPE_MESSAGE), " + sent);
    }
    for (Map.Entry<String, JsonNode> label : sent.properties()) {
      if (label.getValue().isNull()) {
        labels.remove(label.getKey());
      } else {
        check("key", label.getKey(), KEY);
        JsonNode value = SentBody.text(label.getValue(), "labels." + label.getKey());
        check("value", value.asString(""), VALUE);
        labels.set(label.getKey(), value);
      }
    }
    if (labels.size() > MOST) {
      throw new Failure(
          Reason.INVALID, "Invalid value for labels: a resource has at most " + MOST + " labels.");
    }
    return labels;
  }

  private static void check(String what, String text, Pattern shape) {
    if (!shape.matcher(text).matches()) {
      throw new Failure(
          Reason.INVALID,
          ("Invalid value for labels: Label %1$s '%2$s' violates format constraints. The %1$s can only"
                  + " contain lowercase letters, numeric characters, underscores and dashes. The"
                  + " %1$s can be at most 63 characters long. International characters are allowed.")
              .formatted(what, text));
    }
  }
}
