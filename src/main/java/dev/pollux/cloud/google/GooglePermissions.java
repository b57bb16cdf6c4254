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
record GooglePermissions(String root, Rest rest) implements Permissions {
  @Override
  public Set<String> granted(String project, Set<String> wanted) throws CloudException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    wanted.forEach(body.putArray("permissions")::add);
    JsonNode answer = rest.post(root + "/v1/projects/" + project + ":testIamPermissions", body);
    Set<String> granted = new HashSet<>();
    answer.path("permissions").forEach(permission -> granted.add(permission.asString()));
    return granted;
  }

  @Override
  public String number(String project) throws CloudException {
    return rest.get(root + "/v1/projects/" + project).path("projectNumber").asString("");
  }
}
