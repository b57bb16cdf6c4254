package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.bigquery.wire.CallerRoles;
import dev.pollux.sandbox.bigquery.wire.Etags;
import dev.pollux.sandbox.bigquery.wire.ListPages;
import dev.pollux.sandbox.bigquery.wire.Metadata;
import dev.pollux.sandbox.bigquery.wire.SentBody;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.catalog.StoredDataset;
import dev.pollux.sandbox.store.catalog.TableId.DatasetId;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The methods of `datasets`.
record DatasetRoutes(Store store, CallerRoles roles) {
  private static final String ALL = "projects/{project}/datasets";
  private static final String ONE = ALL + "/{dataset}";

  void register(BigQueryRoutes door) {
    door.route("GET", ALL, request -> list(request, door.url()));
    door.route("POST", ALL, request -> insert(request, door.url()));
    door.route(
        "GET",
        ONE,
        request ->
            Etags.answer(request, resource(store.datasets().needOpen(id(request)), door.url())));
    door.route("PATCH", ONE, request -> change(request, false, door.url()));
    door.route("PUT", ONE, request -> change(request, true, door.url()));
    door.route("DELETE", ONE, request -> delete(request, door.url()));
    // There are none of these, and no way to make one.
    for (String kind : new String[] {"models", "routines"}) {
      door.route("GET", ONE + "/" + kind, this::nothing);
    }
  }

  static DatasetId id(Request request) {
    return new DatasetId(request.variable("project"), request.variable("dataset"));
  }

  private Response list(Request request, String url) {
    boolean hidden = request.query("all").filter("true"::equals).isPresent();
    List<StoredDataset> all =
        store.datasets().list(request.variable("project")).stream()
            .filter(dataset -> hidden || !dataset.hidden())
            .filter(dataset -> matches(dataset, request.query("filter").orElse("")))
            .toList();
    ListPages page = ListPages.of(request, 1000, 1000);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "bigquery#datasetList");
    body.put("etag", Etags.of(all.toString()));
    if (!all.isEmpty()) {
      ArrayNode list = body.putArray("datasets");
      for (StoredDataset dataset : page.cut(all)) {
        ObjectNode full = resource(dataset, url);
        ObjectNode entry = list.addObject();
        entry.put("kind", "bigquery#dataset");
        for (String key : List.of("id", "datasetReference", "labels", "friendlyName", "location")) {
          if (full.has(key)) {
            entry.set(key, full.path(key));
          }
        }
      }
    }
    if (page.hasNext(all.size())) {
      body.put("nextPageToken", page.next());
    }
    return Response.json(body);
  }

  /// The filter is a list of `labels.name` or `labels.name:value`, all of which must hold.
  private static boolean matches(StoredDataset dataset, String filter) {
    for (String term : filter.isBlank() ? new String[0] : filter.strip().split("\\s+", -1)) {
      if (!term.startsWith("labels.")) {
        throw new Failure(Reason.INVALID, "Invalid filter: " + filter);
      }
      String[] parts = term.substring("labels.".length()).split(":", 2);
      String value = dataset.meta().path("labels").path(parts[0]).asString(null);
      if (value == null || (parts.length == 2 && !value.equals(parts[1]))) {
        return false;
      }
    }
    return true;
  }

  private Response nothing(Request request) {
    store.datasets().need(id(request));
    return Response.json(JsonNodeFactory.instance.objectNode());
  }

  private Response insert(Request request, String url) throws IOException {
    ObjectNode sent = SentBody.read(request);
    SentBody.agrees(sent.path("datasetReference"), "projectId", request.variable("project"));
    DatasetId id =
        new DatasetId(
            request.variable("project"),
            sent.path("datasetReference").path("datasetId").asString(""));
    roles.needDatasets(id.project());
    StoredDataset made =
        store
            .datasets()
            .insert(id, sent.path("location").asString("US"), Metadata.DATASET.fresh(sent));
    return one(made, url);
  }

  private Response change(Request request, boolean whole, String url) throws IOException {
    StoredDataset old = store.datasets().needOpen(id(request));
    Etags.need(request, resource(old, url));
    ObjectNode sent = request.json();
    JsonNode reference = sent.path("datasetReference");
    SentBody.agrees(reference, "projectId", old.id().project());
    SentBody.agrees(reference, "datasetId", old.id().dataset());
    String location = sent.path("location").asString("");
    if (!location.isEmpty()
        && !location.toLowerCase(Locale.ROOT).equals(old.location().toLowerCase(Locale.ROOT))) {
      throw new Failure(Reason.INVALID, "Cannot change the location of dataset " + old.id());
    }
    ObjectNode meta =
        whole ? Metadata.DATASET.fresh(sent) : Metadata.DATASET.merge(old.meta(), sent);
    return one(store.datasets().update(old.id(), meta), url);
  }

  private Response delete(Request request, String url) {
    roles.needTables(id(request), "bigquery.datasets.delete");
    Etags.need(request, resource(store.datasets().needOpen(id(request)), url));
    boolean contents = request.query("deleteContents").filter("true"::equals).isPresent();
    store.datasets().delete(id(request), contents);
    return Response.empty();
  }

  private static Response one(StoredDataset dataset, String url) {
    return Response.json(resource(dataset, url));
  }

  private static ObjectNode resource(StoredDataset dataset, String url) {
    DatasetId id = dataset.id();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "bigquery#dataset");
    body.put("etag", Etags.of(id + dataset.meta().toString() + dataset.modified()));
    body.put("id", id.toString());
    body.put(
        "selfLink", url + "/bigquery/v2/projects/" + id.project() + "/datasets/" + id.dataset());
    body.putObject("datasetReference")
        .put("datasetId", id.dataset())
        .put("projectId", id.project());
    body.setAll(dataset.wire());
    body.put("creationTime", Long.toString(dataset.created().toEpochMilli()));
    body.put("lastModifiedTime", Long.toString(dataset.modified().toEpochMilli()));
    body.put("location", dataset.location());
    body.put("type", "DEFAULT");
    return body;
  }
}
