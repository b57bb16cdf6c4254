package dev.pollux.sandbox.store;

import dev.pollux.sandbox.store.TableId.DatasetId;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// A dataset: where it lies, and the plain metadata that people gave it (description, labels …).
public record StoredDataset(
    DatasetId id, String location, ObjectNode meta, Instant created, Instant modified) {

  /// Whether the service hides it from lists: results that nobody named.
  public boolean hidden() {
    return id.dataset().startsWith("_");
  }
}
