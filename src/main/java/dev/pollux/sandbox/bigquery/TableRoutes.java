package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.bigquery.wire.CallerRoles;
import dev.pollux.sandbox.bigquery.wire.Etags;
import dev.pollux.sandbox.bigquery.wire.ListPages;
import dev.pollux.sandbox.bigquery.wire.Metadata;
import dev.pollux.sandbox.bigquery.wire.SelectedFields;
import dev.pollux.sandbox.bigquery.wire.SentBody;
import dev.pollux.sandbox.bigquery.wire.TableJson;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.StoredDataset;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.catalog.TableId;
import dev.pollux.sandbox.store.catalog.TableMeta;
import dev.pollux.sandbox.store.schema.ColumnDef;
import dev.pollux.sandbox.store.schema.TableSchemaJson;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The methods of `tables`.
record TableRoutes(Store store, InstantSource clock, ProjectConditions conditions) {
  private static final String ALL = "projects/{project}/datasets/{dataset}/tables";
  private static final String ONE = ALL + "/{table}";

  void register(BigQueryRoutes door) {
    door.route("GET", ALL, this::list);
    door.route("POST", ALL, request -> insert(request, door.url()));
    door.route("GET", ONE, request -> get(request, door.url()));
    door.route("PATCH", ONE, request -> change(request, false, door.url()));
    door.route("PUT", ONE, request -> change(request, true, door.url()));
    door.route("DELETE", ONE, request -> delete(request, door.url()));
    door.route("GET", ONE + "/rowAccessPolicies", this::policies);
  }

  static TableId id(Request request) {
    return DatasetRoutes.id(request).table(request.variable("table"));
  }

  private Response list(Request request) {
    List<Table> all = store.tables().listed(DatasetRoutes.id(request));
    ListPages page = ListPages.of(request, 1000, 10_000);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "bigquery#tableList");
    body.put("etag", Etags.of(all.toString()));
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    page.cut(all).forEach(table -> list.add(TableJson.entry(table)));
    if (!list.isEmpty()) {
      body.set("tables", list);
    }
    body.put("totalItems", all.size());
    if (page.hasNext(all.size())) {
      body.put("nextPageToken", page.next());
    }
    return Response.json(body);
  }

  private Response get(Request request, String url) {
    Table table = store.tables().need(id(request));
    boolean measured =
        switch (request.query("view").orElse("")) {
          case "BASIC" -> false;
          case "", "TABLE_METADATA_VIEW_UNSPECIFIED", "STORAGE_STATS", "FULL" -> true;
          default ->
              throw new Failure(
                  Reason.INVALID, "Invalid value for view: " + request.query("view").orElse(""));
        };
    ObjectNode body = TableJson.resource(store, table, measured, url);
    request
        .query("selectedFields")
        .ifPresent(names ->
            body.set("schema", TableSchemaJson.write(SelectedFields.of(table.columns(), names))));
    if (measured && body.path("type").asString("").equals("TABLE")) {
      streamed(body);
    }
    return Etags.answer(request, body);
  }

  /// What was streamed into a table is estimated beside its rows, and not among them, until it was
  /// moved (https://docs.cloud.google.com/bigquery/docs/streaming-data-into-bigquery).
  private void streamed(ObjectNode table) {
    if (conditions.has(ProjectCondition.ROWS_STREAMED)) {
      table
          .putObject("streamingBuffer")
          .put("estimatedRows", table.path("numRows").asString("0"))
          .put("estimatedBytes", table.path("numBytes").asString("0"))
          .put("oldestEntryTime", "1769990400000");
      table.put("numRows", "0").put("numBytes", "0");
    }
  }

  private Response policies(Request request) {
    Table table = store.tables().need(id(request));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (TableMeta.RowPolicy policy : table.kind().rowPolicies()) {
      ObjectNode one = body.withArray("rowAccessPolicies").addObject();
      one.set(
          "rowAccessPolicyReference", TableJson.reference(table.id()).put("policyId", policy.id()));
      one.put("filterPredicate", policy.filter());
    }
    return Response.json(body);
  }

  private Response insert(Request request, String url) throws IOException {
    ObjectNode sent = SentBody.read(request);
    String name = sent.path("tableReference").path("tableId").asString("");
    TableId id = DatasetRoutes.id(request).table(name);
    agrees(sent.path("tableReference"), id);
    StoredDataset dataset = store.datasets().need(id.datasetId());
    new CallerRoles(conditions).needTables(id.datasetId(), CallerRoles.CREATE);
    Instant expires = expires(sent, Optional.empty());
    long lifetime = dataset.meta().path("defaultTableExpirationMs").asLong(0);
    if (expires == null && lifetime > 0) {
      expires = clock.instant().plusMillis(lifetime);
    }
    Table made =
        store
            .tables()
            .insert(id, TableSchemaJson.read(schema(sent)), Metadata.TABLE.fresh(sent), expires);
    return Response.json(TableJson.resource(store, made, true, url));
  }

  private static void agrees(JsonNode reference, TableId path) {
    SentBody.agrees(reference, "projectId", path.project());
    SentBody.agrees(reference, "datasetId", path.dataset());
    SentBody.agrees(reference, "tableId", path.table());
  }

  private Response change(Request request, boolean whole, String url) throws IOException {
    Table old = store.tables().need(id(request));
    Etags.need(request, TableJson.resource(store, old, false, url));
    ObjectNode sent = request.json();
    agrees(sent.path("tableReference"), old.id());
    JsonNode schema = schema(sent);
    List<ColumnDef> columns = schema.isObject() ? TableSchemaJson.read(schema) : old.columns();
    ObjectNode meta =
        old.kind()
            .kept(whole ? Metadata.TABLE.fresh(sent) : Metadata.TABLE.merge(old.meta(), sent));
    Instant expires = expires(sent, whole ? Optional.empty() : old.expires());
    Table changed = store.tables().update(old.id(), columns, meta, expires);
    return Response.json(TableJson.resource(store, changed, true, url));
  }

  /// @throws Failure if it is neither an object nor nothing
  private static JsonNode schema(ObjectNode sent) {
    JsonNode schema = sent.path("schema");
    if (!schema.isObject() && !schema.isNull() && !schema.isMissingNode()) {
      throw new Failure(Reason.INVALID, "Invalid value at 'table.schema' (TableSchema), " + schema);
    }
    return schema;
  }

  private @Nullable Instant expires(ObjectNode sent, Optional<Instant> old) {
    JsonNode expires = sent.path("expirationTime");
    if (expires.isMissingNode()) {
      return old.orElse(null);
    }
    if (expires.isNull()) {
      return null;
    }
    Instant at = Instant.ofEpochMilli(SentBody.number(sent, "expirationTime", 0));
    if (!at.isAfter(clock.instant())) {
      throw new Failure(Reason.INVALID, "Invalid value for expirationTime: it is in the past");
    }
    return at;
  }

  private Response delete(Request request, String url) {
    new CallerRoles(conditions).needTables(id(request).datasetId(), CallerRoles.DELETE);
    Etags.need(request, TableJson.resource(store, store.tables().need(id(request)), false, url));
    store.tables().delete(id(request));
    return Response.empty();
  }
}
