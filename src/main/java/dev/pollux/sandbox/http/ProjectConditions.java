package dev.pollux.sandbox.http;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The conditions that are switched on now. At `/sandbox/v1/conditions` they are read and set as a
/// JSON array of names, `["vertex-api-off"]`.
public final class ProjectConditions {
  static final String PATH = "/sandbox/v1/conditions";
  private volatile Set<ProjectCondition> on = Set.of();

  public boolean has(ProjectCondition condition) {
    return on.contains(condition);
  }

  public void set(Set<ProjectCondition> conditions) {
    on = Set.copyOf(conditions);
  }

  /// @throws Failure what the first condition says that forbids it
  public void check(ServiceCall call) {
    check(call, false);
  }

  /// @param counted whether the call names a project that it counts against
  /// @throws Failure what the first condition says that forbids it
  public void check(ServiceCall call, boolean counted) {
    if (counted && has(ProjectCondition.LEAST_PRIVILEGE)) {
      throw ProjectCondition.QUOTA_PROJECT_DENIED.failure(call, "");
    }
    check(call, counted, "");
  }

  /// @param table that is read, `project:dataset.table`
  /// @throws Failure what the first condition says that forbids it
  public void checkRows(ServiceCall call, String table) {
    check(call, false, table);
  }

  private void check(ServiceCall call, boolean counted, String table) {
    for (ProjectCondition condition : ProjectCondition.values()) {
      boolean met = counted && condition == ProjectCondition.QUOTA_PROJECT_DEMANDED;
      if (on.contains(condition) && !met && condition.forbids(call)) {
        throw condition.failure(call, table);
      }
    }
  }

  /// @param name in small letters and dashes
  /// @throws IllegalArgumentException when there is none of that name; the message says which are
  public static ProjectCondition named(String name) {
    for (ProjectCondition condition : ProjectCondition.values()) {
      if (name(condition).equals(name)) {
        return condition;
      }
    }
    throw new IllegalArgumentException(
        "there is no condition “"
            + name
            + "”. There are "
            + names(Set.of(ProjectCondition.values())));
  }

  private static String name(ProjectCondition condition) {
    return condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ArrayNode names(Set<ProjectCondition> conditions) {
    ArrayNode names = JsonMapper.shared().createArrayNode();
    conditions.stream().sorted().forEach(condition -> names.add(name(condition)));
    return names;
  }

  Response get() {
    return Response.json(names(on));
  }

  Response put(String body) {
    Set<ProjectCondition> wanted = EnumSet.noneOf(ProjectCondition.class);
    try {
      JsonNode names = JsonMapper.shared().readTree(body);
      if (!names.isArray()) {
        throw new Failure(Reason.INVALID, "A JSON array of names is needed");
      }
      names.forEach(name -> wanted.add(named(name.asString(""))));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Failure(Reason.INVALID, String.valueOf(e.getMessage()), e);
    }
    set(wanted);
    return get();
  }
}
