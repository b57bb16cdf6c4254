package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.bigquery.wire.SentBody;
import dev.pollux.sandbox.bigquery.wire.UnservedProperties;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.load.Inserts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `tabledata.insertAll`: errors are per row.
record InsertRoutes(Store store) {
  /// The service's own limit.
  private static final int MOST = 50_000;

  void register(BigQueryRoutes door) {
    door.route(
        "POST", "projects/{project}/datasets/{dataset}/tables/{table}/insertAll", this::insert);
  }

  private Response insert(Request request) throws IOException {
    ObjectNode sent = request.json();
    UnservedProperties.refuse(UnservedProperties.INSERT, sent, "insertAll");
    List<JsonNode> rows = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode row : sent.path("rows")) {
      // The same insertId again is the same row.
      String id = row.path("insertId").asString("");
      if (id.isEmpty() || ids.add(id)) {
        rows.add(row.path("json"));
      }
    }
    if (rows.isEmpty()) {
      throw new Failure(Reason.INVALID, "No rows present in the request.");
    }
    if (rows.size() > MOST) {
      throw new Failure(Reason.INVALID, "Too many rows present in the request, limit: " + MOST);
    }
    boolean skip = SentBody.flag(sent, "skipInvalidRows", false);
    List<Inserts.RefusedRow> refusals =
        store
            .inserts()
            .insert(
                TableRoutes.id(request),
                rows,
                SentBody.flag(sent, "ignoreUnknownValues", false),
                skip);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "bigquery#tableDataInsertAllResponse");
    if (!refusals.isEmpty()) {
      body.set("insertErrors", errors(refusals, skip ? 0 : rows.size()));
    }
    return Response.json(body);
  }

  /// One bad row stops the others, unless bad rows are passed over.
  private static ArrayNode errors(List<Inserts.RefusedRow> refusals, int rows) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    Set<Integer> bad = new HashSet<>();
    for (Inserts.RefusedRow refusal : refusals) {
      bad.add(refusal.index());
      entry(list, refusal.index(), "invalid", refusal.field(), refusal.message());
    }
    for (int i = 0; i < rows; i++) {
      if (!bad.contains(i)) {
        entry(list, i, "stopped", "", "");
      }
    }
    return list;
  }

  private static void entry(
      ArrayNode list, int index, String reason, String location, String message) {
    list.addObject()
        .put("index", index)
        .putArray("errors")
        .addObject()
        .put("reason", reason)
        .put("location", location)
        .put("debugInfo", "")
        .put("message", message);
  }
}
