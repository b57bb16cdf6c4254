package dev.pollux.sandbox.bigquery;

import dev.pollux.sandbox.bigquery.wire.BigQueryRoutes;
import dev.pollux.sandbox.bigquery.wire.CallerRoles;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.store.catalog.Projects;
import java.io.IOException;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What clients ask of neighbours before they start: a project's number and the caller's
/// permissions, its policy (Resource Manager v1), its billing (Cloud Billing v1), and whether an
/// object is there (Cloud Storage). The owner of the sandbox may do everything in their own
/// project, and only read in the public one.
record AccessRoutes(Projects projects, ProjectConditions conditions) {
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
    door.routeAt("POST", "/v1/projects/{project}:getIamPolicy", this::policy);
    door.routeAt("GET", "/v1/projects/{project}/billingInfo", this::billing);
    door.routeAt("GET", "/storage/v1/b/{bucket}/o/{object}", this::object);
  }

  private CallerRoles roles() {
    return new CallerRoles(conditions);
  }

  private Response project(Request request) {
    Projects.StoredProject project = find(request.variable("project"));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("projectNumber", number(project));
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
      if (owner && !roles().onProject(name)) {
        continue;
      }
      if (owner || name.endsWith(".get") || name.endsWith(".list") || name.endsWith(".getData")) {
        body.withArray("permissions").add(name);
      }
    }
    return Response.json(body);
  }

  /// https://docs.cloud.google.com/resource-manager/reference/rest/v1/projects/getIamPolicy; the
  /// roles of the agents are those that Google grants them by itself
  /// (https://docs.cloud.google.com/iam/docs/service-agents).
  private Response policy(Request request) {
    Projects.StoredProject project = find(request.variable("project"));
    if (!project.id().equals(OWN)
        || roles().areFew()
        || conditions.has(ProjectCondition.POLICY_HIDDEN)) {
      throw new Failure(
          Reason.FORBIDDEN, "The caller does not have permission", "IAM_PERMISSION_DENIED");
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode bindings = body.put("version", 1).put("etag", "BwYpollux=").putArray("bindings");
    bind(bindings, "roles/owner", "user:owner@pollux-sandbox.example");
    if (!conditions.has(ProjectCondition.AGENTS_PROVISIONING)
        && !conditions.has(ProjectCondition.AGENT_ROLE_MISSING)) {
      bind(bindings, "roles/aiplatform.serviceAgent", agent(project, "aiplatform"));
      bind(bindings, "roles/aiplatform.batchPredictionServiceAgent", agent(project, "vertex-bp"));
    }
    return Response.json(body);
  }

  private static void bind(ArrayNode bindings, String role, String member) {
    bindings.addObject().put("role", role).putArray("members").add(member);
  }

  private static String agent(Projects.StoredProject project, String service) {
    return "serviceAccount:service-%s@gcp-sa-%s.iam.gserviceaccount.com"
        .formatted(number(project), service);
  }

  private static String number(Projects.StoredProject project) {
    return Integer.toUnsignedString(project.id().hashCode());
  }

  /// https://docs.cloud.google.com/billing/docs/reference/rest/v1/projects/getBillingInfo
  private Response billing(Request request) {
    Projects.StoredProject project = find(request.variable("project"));
    boolean on = !conditions.has(ProjectCondition.BILLING_OFF);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", "projects/" + project.id() + "/billingInfo");
    body.put("projectId", project.id());
    body.put("billingAccountName", on ? "billingAccounts/000000-SIMULA-TED000" : "");
    body.put("billingEnabled", on);
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
