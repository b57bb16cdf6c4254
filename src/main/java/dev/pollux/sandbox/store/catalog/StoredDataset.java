package dev.pollux.sandbox.store.catalog;

import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// A dataset: where it lies, and the plain metadata that people gave it (description, labels …).
public record StoredDataset(
    DatasetId id, String location, ObjectNode meta, Instant created, Instant modified) {

  private static final String CLOSED = "sandbox.closed";

  /// Whether the caller was granted nothing in it: it is listed, and nothing more.
  public boolean closed() {
    return meta.path(CLOSED).asBoolean(false);
  }

  /// Metadata of a dataset in which the caller was granted nothing.
  public static ObjectNode closed(ObjectNode meta) {
    return meta.put(CLOSED, true);
  }

  /// The metadata as the wire has them.
  public ObjectNode wire() {
    ObjectNode wire = meta.deepCopy();
    wire.remove(CLOSED);
    return wire;
  }

  /// Whether the service hides it from lists: results that nobody named.
  public boolean hidden() {
    return id.dataset().startsWith("_");
  }
}
