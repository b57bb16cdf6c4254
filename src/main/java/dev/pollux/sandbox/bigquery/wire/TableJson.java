package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.schema.TableSchemaJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tables as the wire has them.
public final class TableJson {
  private TableJson() {}

  public static ObjectNode reference(TableId id) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("projectId", id.project())
        .put("datasetId", id.dataset())
        .put("tableId", id.table());
  }

  /// A line of a list.
  public static ObjectNode entry(Table table) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "bigquery#table");
    body.put("id", table.id().toString());
    body.set("tableReference", reference(table.id()));
    body.put("type", table.kind().type());
    if (table.meta().has("view")) {
      body.putObject("view").put("useLegacySql", false);
    }
    for (String key :
        new String[] {
          "friendlyName", "labels", "clustering", "rangePartitioning", "timePartitioning"
        }) {
      if (table.meta().has(key)) {
        body.set(key, table.meta().path(key));
      }
    }
    body.put("creationTime", Long.toString(table.created().toEpochMilli()));
    table.expires().ifPresent(at -> body.put("expirationTime", Long.toString(at.toEpochMilli())));
    return body;
  }

  /// The whole resource. Its size and the time of its last change are left out if only the basics
  /// are asked for.
  public static ObjectNode resource(Store store, Table table, boolean measured, String url) {
    TableId id = table.id();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "bigquery#table");
    body.put("etag", Etags.of(id + table.meta().toString() + table.modified() + table.columns()));
    body.put("id", id.toString());
    body.put(
        "selfLink",
        url
            + "/bigquery/v2/projects/"
            + id.project()
            + "/datasets/"
            + id.dataset()
            + "/tables/"
            + id.table());
    body.set("tableReference", reference(id));
    ObjectNode schema = TableSchemaJson.write(table.columns());
    body.setAll(table.kind().wire(schema));
    body.set("schema", schema);
    if (measured && table.kind().type().equals("EXTERNAL")) {
      // What lies elsewhere is not measured.
      body.put("numRows", "0");
      body.put("numBytes", "0");
    } else if (measured && !table.kind().type().equals("VIEW")) {
      String bytes = Long.toString(store.tables().bytes(table));
      body.put("numRows", Long.toString(store.tables().rows(table) - table.kind().streamed()));
      body.put("numBytes", bytes);
      body.put("numLongTermBytes", "0");
      body.put("numTotalLogicalBytes", bytes);
      body.put("numActiveLogicalBytes", bytes);
      body.put("numLongTermLogicalBytes", "0");
    }
    body.put("creationTime", Long.toString(table.created().toEpochMilli()));
    if (measured) {
      body.put("lastModifiedTime", Long.toString(table.modified().toEpochMilli()));
    }
    table.expires().ifPresent(at -> body.put("expirationTime", Long.toString(at.toEpochMilli())));
    body.put("type", table.kind().type());
    body.put("location", store.datasets().need(id.datasetId()).location());
    return body;
  }
}
