package dev.pollux.results;

import dev.pollux.domain.Value;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads members of answers that are JSON objects. A row is asked for each of its members in turn,
/// so the last answer is kept as it was read. May be used from any thread.
public final class AnswerMembers {
  // Text and object are one, since other threads read here too.
  private volatile Read last = new Read("", Optional.empty());

  private record Read(String text, Optional<AnswerObject> object) {}

  /// NULL where the object has no such member; empty where the answer is no object.
  public Optional<Value> of(String answer, String name) {
    return read(answer).map(found -> value(found.object().path(name)));
  }

  /// Whether the answer is an object and nothing else.
  public boolean isWhole(String answer) {
    return read(answer).filter(found -> !found.mended()).isPresent();
  }

  private Optional<AnswerObject> read(String answer) {
    Read seen = last;
    if (!answer.equals(seen.text())) {
      seen = new Read(answer, AnswerObject.of(answer));
      last = seen;
    }
    return seen.object();
  }

  private static Value value(JsonNode member) {
    if (member.isMissingNode() || member.isNull()) {
      return Value.NULL;
    }
    return new Value.Scalar(member.isString() ? member.stringValue() : member.toString());
  }
}
