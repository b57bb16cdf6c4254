package dev.pollux.run.journal;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobCounts;
import dev.pollux.domain.job.JobError;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.run.state.ProgressPoint;
import dev.pollux.run.state.SeenJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was seen of a job as an entry of the journal: `seen/KEY`. Points are pairs of seconds since
/// 1970 and rows.
final class SeenJobJson {
  static final String KEY = "seen/";
  private static final JsonMapper JSON = new JsonMapper();

  private SeenJobJson() {}

  static JournalEntry of(SeenJob seen, long number) {
    ObjectNode node = JSON.createObjectNode();
    node.put("at", seen.at().toString());
    seen.rows().ifPresent(rows -> node.put("rows", rows));
    seen.job().ifPresent(job -> node.set("job", write(job)));
    ArrayNode points = node.putArray("points");
    seen.points()
        .forEach(point -> points.addArray().add(point.at().getEpochSecond()).add(point.done()));
    return new JournalEntry(KEY + seen.key(), number, JSON.writeValueAsString(node));
  }

  /// @throws RuntimeException when it is none
  static SeenJob read(JournalEntry entry) {
    JsonNode node = JSON.readTree(entry.content());
    List<ProgressPoint> points = new ArrayList<>();
    node.required("points")
        .forEach(point ->
            points.add(
                new ProgressPoint(
                    Instant.ofEpochSecond(point.required(0).asLong()),
                    point.required(1).asLong())));
    return new SeenJob(
        entry.key().substring(KEY.length()),
        Instant.parse(node.required("at").asString()),
        node.has("job") ? Optional.of(job(node.required("job"))) : Optional.empty(),
        node.has("rows") ? OptionalLong.of(node.required("rows").asLong()) : OptionalLong.empty(),
        points);
  }

  private static ObjectNode write(BatchJob job) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", job.name().toString());
    node.put("title", job.displayName());
    node.put("model", job.model());
    node.put("source", job.source());
    node.put("destination", job.destination());
    node.put("state", job.state().name());
    node.put("raw", job.rawState());
    job.counts()
        .ifPresent(counts ->
            node.putArray("counts")
                .add(counts.succeeded())
                .add(counts.failed())
                .add(counts.incomplete()));
    job.error()
        .ifPresent(error ->
            node.putObject("error").put("code", error.code()).put("words", error.message()));
    node.put("created", job.created().toString());
    job.started().ifPresent(at -> node.put("started", at.toString()));
    job.ended().ifPresent(at -> node.put("ended", at.toString()));
    node.put("updated", job.updated().toString());
    ObjectNode labels = node.putObject("labels");
    job.labels().forEach(labels::put);
    return node;
  }

  private static BatchJob job(JsonNode node) {
    Map<String, String> labels = new HashMap<>();
    node.path("labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
    JsonNode counts = node.path("counts");
    JsonNode error = node.path("error");
    return new BatchJob(
        JobName.parse(text(node, "name")),
        text(node, "title"),
        text(node, "model"),
        text(node, "source"),
        text(node, "destination"),
        JobState.valueOf(text(node, "state")),
        text(node, "raw"),
        counts.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new JobCounts(
                    counts.required(0).asLong(),
                    counts.required(1).asLong(),
                    counts.required(2).asLong())),
        error.isMissingNode()
            ? Optional.empty()
            : Optional.of(new JobError(error.required("code").asInt(), text(error, "words"))),
        Instant.parse(text(node, "created")),
        time(node, "started"),
        time(node, "ended"),
        Instant.parse(text(node, "updated")),
        labels);
  }

  private static String text(JsonNode node, String name) {
    return node.required(name).asString();
  }

  private static Optional<Instant> time(JsonNode node, String name) {
    return node.has(name) ? Optional.of(Instant.parse(text(node, name))) : Optional.empty();
  }
}
