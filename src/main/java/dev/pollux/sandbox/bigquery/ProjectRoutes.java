package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.bigquery.wire.Etags;
import dev.pollux.sandbox.bigquery.wire.ListPages;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.store.catalog.Projects;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `projects.list`.
record ProjectRoutes(Projects projects) {
  void register(BigQueryRoutes door) {
    door.route("GET", "projects", this::list);
  }

  private Response list(Request request) {
    List<Projects.StoredProject> all = projects.list();
    ListPages page = ListPages.of(request, 50, 1000);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "bigquery#projectList");
    body.put("etag", Etags.of(all.toString()));
    ArrayNode list = body.putArray("projects");
    for (Projects.StoredProject project : page.cut(all)) {
      ObjectNode entry = list.addObject();
      entry.put("kind", "bigquery#project");
      entry.put("id", project.id());
      entry.put("numericId", Integer.toUnsignedString(project.id().hashCode()));
      entry.putObject("projectReference").put("projectId", project.id());
      entry.put("friendlyName", project.name());
    }
    body.put("totalItems", all.size());
    if (page.hasNext(all.size())) {
      body.put("nextPageToken", page.next());
    }
    return Response.json(body);
  }
}
