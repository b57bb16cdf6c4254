package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.store.TableId;
import dev.pollux.sandbox.store.Target;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// `createDisposition` and `writeDisposition`.
final class Dispositions {
  private Dispositions() {}

  static Target target(
      TableId id, JsonNode configuration, Target.Write usual, Optional<Instant> expires) {
    String write = configuration.path("writeDisposition").asString("");
    String create = configuration.path("createDisposition").asString("");
    return new Target(
        id,
        switch (write) {
          case "" -> usual;
          case "WRITE_EMPTY" -> Target.Write.EMPTY;
          case "WRITE_TRUNCATE" -> Target.Write.TRUNCATE;
          case "WRITE_APPEND" -> Target.Write.APPEND;
          default ->
              throw new Failure(Reason.INVALID, "Invalid value for writeDisposition: " + write);
        },
        switch (create) {
          case "", "CREATE_IF_NEEDED" -> Target.Create.IF_NEEDED;
          case "CREATE_NEVER" -> Target.Create.NEVER;
          default ->
              throw new Failure(Reason.INVALID, "Invalid value for createDisposition: " + create);
        },
        expires);
  }
}
