package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.bigquery.wire.CellJson;
import dev.pollux.sandbox.bigquery.wire.Etags;
import dev.pollux.sandbox.bigquery.wire.ListPages;
import dev.pollux.sandbox.bigquery.wire.SelectedFields;
import dev.pollux.sandbox.bigquery.wire.TimestampFormat;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.http.ServiceCall;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.Table;
import dev.pollux.sandbox.store.schema.ColumnDef;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `tabledata.list`: rows in the table's own order, anywhere in it.
record RowRoutes(Store store, ProjectConditions conditions) {
  private static final long MOST = 100_000;

  /// Cells that one answer holds at most, whatever was asked; near the service's 10 MB.
  private static final long CELLS = 500_000;

  void register(BigQueryRoutes door) {
    door.route("GET", "projects/{project}/datasets/{dataset}/tables/{table}/data", this::list);
  }

  /// What has no rows of its own, or hides some, is only for queries.
  private static void needListable(Table table) {
    switch (table.kind().type()) {
      case "TABLE", "SNAPSHOT" -> {}
      default ->
          throw new Failure(
              Reason.INVALID, "Cannot list a table of type " + table.kind().type() + ".");
    }
    if (!table.kind().rowPolicies().isEmpty()) {
      throw new Failure(
          Reason.ACCESS_DENIED,
          "Access Denied: Table %s: User does not have full access for table %s due to row access policies."
              .formatted(table.id(), table.id()));
    }
  }

  private static void needUntagged(Table table, List<ColumnDef> columns) {
    for (ColumnDef column : columns) {
      String tag = table.kind().policyTags().get(column.name());
      if (tag != null) {
        throw new Failure(
            Reason.ACCESS_DENIED,
            "Access Denied: BigQuery BigQuery: User has neither fine-grained reader nor masked get"
                + " permission to get data protected by policy tag \"%s\" on column %s.%s.%s.%s."
                    .formatted(
                        tag,
                        table.id().project(),
                        table.id().dataset(),
                        table.id().table(),
                        column.name()));
      }
    }
  }

  private Response list(Request request) {
    Table table = store.tables().need(TableRoutes.id(request));
    needListable(table);
    conditions.checkRows(ServiceCall.BIGQUERY_LIST_ROWS, table.id().toString());
    List<ColumnDef> columns =
        request
            .query("selectedFields")
            .map(names -> SelectedFields.of(table.columns(), names))
            .orElse(table.columns());
    needUntagged(table, columns);
    long fit = Math.max(1, CELLS / Math.max(1, columns.size()));
    ListPages page = ListPages.of(request, Math.min(MOST, fit), Math.min(MOST, fit));
    long total = store.tables().rows(table);
    List<JsonNode[]> rows = store.rows().page(table, columns, page.start(), page.size());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "bigquery#tableDataList");
    body.put("etag", Etags.of(table.id() + "@" + table.modified() + page));
    body.put("totalRows", Long.toString(total));
    if (!rows.isEmpty()) {
      body.set("rows", new CellJson(columns, TimestampFormat.timestamps(request)).rows(rows));
    }
    if (page.size() > 0 && page.hasNext(total)) {
      body.put("pageToken", page.next());
    }
    return Response.json(body);
  }
}
