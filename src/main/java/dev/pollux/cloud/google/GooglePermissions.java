package dev.pollux.cloud.google;

import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.Permissions;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.Rest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
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

  /// https://docs.cloud.google.com/billing/docs/reference/rest/v1/projects/getBillingInfo
  @Override
  public Optional<Boolean> billed(String project) throws CloudException {
    JsonNode enabled =
        rest.get(access.billing() + "/v1/projects/" + project + "/billingInfo")
            .path("billingEnabled");
    return enabled.isBoolean() ? Optional.of(enabled.asBoolean()) : Optional.empty();
  }

  /// https://docs.cloud.google.com/resource-manager/reference/rest/v1/projects/getIamPolicy
  @Override
  public Map<String, Set<String>> members(String project) throws CloudException {
    JsonNode policy =
        rest.post(projects() + project + ":getIamPolicy", JsonNodeFactory.instance.objectNode());
    Map<String, Set<String>> members = new HashMap<>();
    for (JsonNode binding : policy.path("bindings")) {
      Set<String> holders =
          members.computeIfAbsent(binding.path("role").asString(""), _ -> new HashSet<>());
      binding.path("members").forEach(member -> holders.add(member.asString()));
    }
    return members;
  }
}
