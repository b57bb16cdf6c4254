package dev.pollux.ui.results;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.JobName;
import dev.pollux.domain.job.JobState;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableRef;
import dev.pollux.domain.value.Field;
import dev.pollux.domain.value.FieldType;
import dev.pollux.domain.value.Row;
import dev.pollux.domain.value.Value;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.testing.FakeBatchJobs;
import dev.pollux.testing.FakeCloud;
import dev.pollux.testing.FakeJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Runs over one table that were asked for one of five subjects and a share: of each hundred rows
/// five failed, one was cut, one was blocked, one breaks the schema, one has an empty subject, one
/// has no content.
final class MixedRuns {
  static final int ROWS = 1_000;
  private static final String[] SUBJECTS = {
    "economy", "war and peace", "foreign affairs", "law", "other"
  };
  private static final TableRef SOURCE = new TableRef(FakeCloud.PROJECT, "samples", "speeches");
  private static final String REQUEST =
      """
      {"contents":[{"role":"user","parts":[{"text":"Which subject?"}]}],
       "generationConfig":{"responseSchema":{"type":"OBJECT","properties":{
        "subject":{"type":"STRING","format":"enum","enum":["economy","war and peace","foreign affairs","law","other"]},
        "share":{"type":"NUMBER","minimum":0,"maximum":1}},"required":["subject","share"]}}}\
      """;
  private final FakeCloud cloud;
  private final FakeJournal journal;

  MixedRuns(FakeCloud cloud, FakeJournal journal) {
    this.cloud = cloud;
    this.journal = journal;
    cloud.catalog.dataset("samples", Location.US_CENTRAL1);
  }

  /// Of [#ROWS] rows.
  JobName add(String id, int other) {
    return add(id, ROWS, other);
  }

  /// @param count how many rows the table has
  /// @param other every so manieth row has another subject than in a run of 0
  JobName add(String id, int count, int other) {
    BatchJob like = FakeBatchJobs.job(id, Location.US_CENTRAL1, JobState.SUCCEEDED, Instant.EPOCH);
    TableRef output = like.destinationTable().orElseThrow();
    cloud.catalog.table("samples", "requests", count, Field.of("request", FieldType.JSON));
    BatchJob job =
        new BatchJob(
            like.name(),
            like.displayName(),
            like.model(),
            like.source(),
            like.destination(),
            like.state(),
            like.rawState(),
            like.counts(),
            like.error(),
            like.created(),
            like.started(),
            Optional.of(like.created().plus(Duration.ofMinutes(11))),
            like.updated(),
            Map.of("pollux-run", "run" + id));
    cloud.jobs.put(job);
    cloud.catalog.table(
        "samples",
        output.table(),
        count,
        Field.of("id", FieldType.INT64),
        Field.of("request", FieldType.JSON),
        Field.of("response", FieldType.JSON),
        Field.of("status", FieldType.STRING));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(i, other));
    }
    Collections.shuffle(rows, new Random(other));
    cloud.rows.tables.put(output, rows);
    journal.begin(
        new Run(
            new RunPlan(
                new RunId("run" + id),
                "Subjects " + id,
                FakeCloud.PROJECT,
                Location.US_CENTRAL1,
                GeminiModel.of("gemini-2.5-flash"),
                SOURCE,
                new RequestSource.OwnColumn(like.sourceTable().orElseThrow()),
                output,
                count,
                Optional.of(new UsdRange(0.01, 0.03)),
                Optional.empty()),
            RunStage.SUBMITTED,
            Optional.of(job.name()),
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH));
    return job.name();
  }

  private static Row row(int i, int other) {
    int kind = i % 100;
    if (kind < 5) {
      return row(i, Value.NULL, "{\"error\":{\"code\":429,\"message\":\"Resource exhausted\"}}");
    }
    String subject = SUBJECTS[(i / 7 + (other > 0 && i % other == 0 ? 1 : 0)) % 5];
    String answer = "{\"subject\":\"" + subject + "\",\"share\":0." + i % 10 + "}";
    return switch (kind) {
      case 5 -> row(i, response(answer.substring(0, 14), "MAX_TOKENS"), "");
      case 6 ->
          row(
              i,
              new Value.Scalar(
                  "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"},\"usageMetadata\":{\"promptTokenCount\":200}}"),
              "");
      case 7 -> row(i, response("I would say " + subject, "STOP"), "");
      case 8 -> row(i, response("{\"subject\":\"\",\"share\":0.5}", "STOP"), "");
      case 9 -> row(i, response("", "OTHER"), "");
      case 10 -> row(i, response("{\"subject\":\"" + subject + "\",\"share\":7}", "STOP"), "");
      default -> row(i, response(answer, "STOP"), "");
    };
  }

  private static Row row(int i, Value response, String status) {
    return new Row(
        List.of(
            new Value.Scalar("" + i),
            new Value.Scalar(REQUEST),
            response,
            new Value.Scalar(status)));
  }

  private static Value response(String text, String finish) {
    return new Value.Scalar(
        """
        {"candidates":[{"content":{"parts":[{"text":"%s"}]},"finishReason":"%s"}],
         "modelVersion":"sandbox-gemini-2.5-flash",
         "usageMetadata":{"promptTokenCount":200,"candidatesTokenCount":10,"thoughtsTokenCount":5,"totalTokenCount":215}}\
        """
            .formatted(text.replace("\"", "\\\""), finish));
  }
}
