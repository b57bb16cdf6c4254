package dev.pollux.run.journal;

import dev.pollux.domain.job.RunId;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.Place;
import dev.pollux.ledger.sql.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The place of a plan in the journal; a job that is all there is has none there.
final class PlaceJson {
  private PlaceJson() {}

  static ObjectNode write(Place place) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("root", place.root().id());
    node.put("attempt", place.attempt());
    node.put("part", place.part());
    node.put("parts", place.parts());
    node.put("key", place.key().name());
    place.answers().ifPresent(table -> node.put("answers", table.toString()));
    ArrayNode earlier = node.putArray("earlier");
    place.earlier().forEach(table -> earlier.add(table.toString()));
    return node;
  }

  /// @throws RuntimeException when it is no place
  static Place read(JsonNode node) {
    List<TableRef> earlier = new ArrayList<>();
    node.required("earlier").forEach(table -> earlier.add(PlanJson.table(table)));
    return new Place(
        new RunId(node.required("root").asString()),
        node.required("attempt").asInt(),
        node.required("part").asInt(),
        node.required("parts").asInt(),
        RowKey.valueOf(node.required("key").asString()),
        node.has("answers")
            ? Optional.of(PlanJson.table(node.required("answers")))
            : Optional.empty(),
        earlier);
  }
}
