package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Refuses what would change behaviour and is not served: any property that is not known, unless it
/// says nothing.
final class UnservedProperties {
  private UnservedProperties() {}

  /// @param what the place, as in `configuration.query`
  /// @throws Failure `notImplemented` for the first property that is not known
  static void unless(Set<String> known, JsonNode sent, String what) {
    for (Map.Entry<String, JsonNode> property : sent.properties()) {
      JsonNode value = property.getValue();
      boolean nothing =
          value.isNull()
              || (value.isContainer() && value.isEmpty())
              || (value.isBoolean() && !value.asBoolean(false))
              || (value.isString() && value.asString("").isEmpty());
      if (!known.contains(property.getKey()) && !nothing) {
        throw new Failure(
            Reason.NOT_IMPLEMENTED,
            "The sandbox does not serve " + what + " with " + property.getKey());
      }
    }
  }
}
