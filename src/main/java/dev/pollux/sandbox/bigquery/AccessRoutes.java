package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.store.Projects;
import java.io.IOException;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What clients ask of neighbours before they start: a project's number and the caller's
/// permissions (Resource Manager v1), and whether an object is there (Cloud Storage). The owner of
/// the sandbox may do everything in their own project, and only read in the public one.
record AccessRoutes(Projects projects) {
  private static final String OWN = "pollux-sandbox";

  /// Those that the sample table names.
  private static final Set<String> OBJECTS =
      Set.of(
          "cloud-samples-data/generative-ai/audio/pixel.mp3",
          "cloud-samples-data/generative-ai/image/gardening-tools.jpeg",
          "cloud-samples-data/generative-ai/image/office-desk.jpeg",
          "cloud-samples-data/generative-ai/pdf/2403.05530.pdf",
          "cloud-samples-data/generative-ai/video/animals.mp4",
          "cloud-samples-data/generative-ai/video/pixel8.mp4");

  void register(BigQueryRoutes door) {
    door.routeAt("GET", "/v1/projects/{project}", this::project);
    door.routeAt("POST", "/v1/projects/{project}:testIamPermissions", this::permissions);
    door.routeAt("GET", "/storage/v1/b/{bucket}/o/{object}", this::object);
  }

  private Response project(Request request) {
    Projects.StoredProject project = find(request.variable("project"));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("projectNumber", Integer.toUnsignedString(project.id().hashCode()));
    body.put("projectId", project.id());
    body.put("lifecycleState", "ACTIVE");
    body.put("name", project.name());
    return Response.json(body);
  }

  private Projects.StoredProject find(String id) {
    return projects.list().stream()
        .filter(project -> project.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Failure(Reason.NOT_FOUND, "Not found: Project " + id));
  }

  private Response permissions(Request request) throws IOException {
    boolean owner = find(request.variable("project")).id().equals(OWN);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    JsonNode wanted = request.json().path("permissions");
    for (JsonNode permission : wanted) {
      String name = permission.asString();
      if (owner || name.endsWith(".get") || name.endsWith(".list") || name.endsWith(".getData")) {
        body.withArray("permissions").add(name);
      }
    }
    return Response.json(body);
  }

  private Response object(Request request) {
    String name = request.variable("bucket") + "/" + request.variable("object");
    if (!OBJECTS.contains(name)) {
      throw new Failure(Reason.NOT_FOUND, "No such object: " + name);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "storage#object");
    body.put("bucket", request.variable("bucket"));
    body.put("name", request.variable("object"));
    return Response.json(body);
  }
}
