package dev.pollux.cloud.google;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Permissions;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The Resource Manager, by REST
/// (https://docs.cloud.google.com/resource-manager/reference/rest/v1/projects/testIamPermissions).
record GooglePermissions(ClientOptions access, Rest rest) implements Permissions {
  @Override
  public Set<String> granted(String project, Set<String> wanted) throws CloudException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    wanted.forEach(body.putArray("permissions")::add);
    JsonNode answer = rest.post(projects() + project + ":testIamPermissions", body);
    Set<String> granted = new HashSet<>();
    answer.path("permissions").forEach(permission -> granted.add(permission.asString()));
    return granted;
  }

  private String projects() throws CloudException {
    return access.resourceManager() + "/v1/projects/";
  }

  @Override
  public String number(String project) throws CloudException {
    return rest.get(projects() + project).path("projectNumber").asString("");
  }
}
