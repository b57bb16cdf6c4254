package dev.pollux.sandbox.vertex.models;

import com.google.rpc.Code;
import dev.pollux.sandbox.vertex.wire.Refusal;
import java.util.HashMap;
import java.util.Map;

/// The projects that exist, by id and by number. Vertex accepts both and always answers with the
/// number.
public final class ProjectNumbers {
  private final Map<String, String> numbers = new HashMap<>();

  /// @param numberById digits by project id
  public ProjectNumbers(Map<String, String> numberById) {
    numberById.forEach((id, number) -> {
      numbers.put(id, number);
      numbers.put(number, number);
    });
  }

  /// The number of a project given by id or number.
  String number(String project, String location, String permission) {
    String number = numbers.get(project);
    if (number == null) {
      throw new Refusal(
          Code.PERMISSION_DENIED,
          "Permission '%s' denied on resource '//aiplatform.googleapis.com/projects/%s/locations/%s' (or it may not exist)."
              .formatted(permission, project, location));
    }
    return number;
  }
}
