package dev.pollux.results;

import dev.pollux.domain.Value;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Reads members of answers that are JSON objects. A row is asked for each of its members in turn,
/// so the last answer is kept as it was read.
public final class AnswerMembers {
  private final JsonMapper json = new JsonMapper();
  private String lastText = "";
  private JsonNode last = MissingNode.getInstance();

  /// NULL where the object has no such member; empty where the answer is no object.
  public Optional<Value> of(String answer, String name) {
    JsonNode object = read(answer);
    return object.isObject() ? Optional.of(value(object.path(name))) : Optional.empty();
  }

  private JsonNode read(String answer) {
    if (!answer.equals(lastText)) {
      lastText = answer;
      try {
        last = json.readTree(answer);
      } catch (JacksonException _) {
        last = MissingNode.getInstance();
      }
    }
    return last;
  }

  private static Value value(JsonNode member) {
    if (member.isMissingNode() || member.isNull()) {
      return Value.NULL;
    }
    return new Value.Scalar(member.isString() ? member.stringValue() : member.toString());
  }
}
