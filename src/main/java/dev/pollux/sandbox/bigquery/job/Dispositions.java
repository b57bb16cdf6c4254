package dev.pollux.sandbox.bigquery.job;

import dev.pollux.sandbox.bigquery.wire.Metadata;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.WriteTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `createDisposition` and `writeDisposition`.
final class Dispositions {
  private Dispositions() {}

  static WriteTarget target(
      TableId id, JsonNode configuration, WriteTarget.Write usual, Optional<Instant> expires) {
    String write = configuration.path("writeDisposition").asString("");
    String create = configuration.path("createDisposition").asString("");
    return new WriteTarget(
        id,
        switch (write) {
          case "" -> usual;
          case "WRITE_EMPTY" -> WriteTarget.Write.EMPTY;
          case "WRITE_TRUNCATE" -> WriteTarget.Write.TRUNCATE;
          case "WRITE_APPEND" -> WriteTarget.Write.APPEND;
          default ->
              throw new Failure(Reason.INVALID, "Invalid value for writeDisposition: " + write);
        },
        switch (create) {
          case "", "CREATE_IF_NEEDED" -> WriteTarget.Create.IF_NEEDED;
          case "CREATE_NEVER" -> WriteTarget.Create.NEVER;
          default ->
              throw new Failure(Reason.INVALID, "Invalid value for createDisposition: " + create);
        },
        expires,
        meta(configuration));
  }

  /// What jobs say of the table that they make.
  private static ObjectNode meta(JsonNode configuration) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    for (String name : List.of("clustering", "rangePartitioning", "timePartitioning")) {
      if (configuration.has(name)) {
        said.set(name, configuration.path(name));
      }
    }
    for (String name : List.of("description", "friendlyName", "labels")) {
      JsonNode value = configuration.path("destinationTableProperties").path(name);
      if (!value.isMissingNode()) {
        said.set(name, value);
      }
    }
    return Metadata.TABLE.fresh(said);
  }
}
