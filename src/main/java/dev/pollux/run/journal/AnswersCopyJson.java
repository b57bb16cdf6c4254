package dev.pollux.run.journal;

import dev.pollux.domain.job.RunId;
import dev.pollux.run.state.AnswersCopy;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers on their way, as entries of the journal: `answers/ID`.
final class AnswersCopyJson {
  static final String KEY = "answers/";
  private static final JsonMapper JSON = new JsonMapper();

  private AnswersCopyJson() {}

  static JournalEntry of(AnswersCopy copy, long number) {
    ObjectNode node = JSON.createObjectNode();
    node.put("number", copy.number());
    PlanJson.writeCopy(node.putObject("copy"), copy.copy());
    node.put("bytes", copy.bytes());
    node.put("stage", copy.stage().name());
    copy.problem().ifPresent(problem -> node.put("problem", problem));
    node.put("began", copy.began().toString());
    node.put("changed", copy.changed().toString());
    return new JournalEntry(KEY + copy.root(), number, JSON.writeValueAsString(node));
  }

  /// @throws RuntimeException when it is none
  static AnswersCopy read(JournalEntry entry) {
    JsonNode node = JSON.readTree(entry.content());
    return new AnswersCopy(
        new RunId(entry.key().substring(KEY.length())),
        node.required("number").asInt(),
        PlanJson.readCopy(node.required("copy")),
        node.required("bytes").asLong(),
        AnswersCopy.Stage.valueOf(node.required("stage").asString()),
        Optional.ofNullable(node.get("problem")).map(JsonNode::asString),
        Instant.parse(node.required("began").asString()),
        Instant.parse(node.required("changed").asString()));
  }
}
