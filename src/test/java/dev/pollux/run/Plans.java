package dev.pollux.run;

import dev.pollux.cloud.Query;
import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.UsdRange;
import dev.pollux.domain.table.TableCopy;
import dev.pollux.domain.table.TableRef;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.draft.plan.RunPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plans for tests.
public final class Plans {
  public static final String PROJECT = "pollux-sandbox";
  public static final TableRef SOURCE = new TableRef(PROJECT, "samples", "sotu_passages");

  public static final TableRef SPEECHES = new TableRef(PROJECT, "samples_us", "speeches");
  public static final Location US = new Location("us");

  private Plans() {}

  public static RunPlan made(String id) {
    return made(id, new TableRef(PROJECT, "samples", "requests_" + id));
  }

  public static RunPlan made(String id, TableRef requests) {
    Query query =
        new Query(
            "CREATE TABLE " + requests.sql() + " AS SELECT @prompt AS request FROM " + SOURCE.sql(),
            Map.of(
                "prompt",
                Query.Parameter.string("what’s \"it\"?"),
                "keys",
                new Query.Parameter.Array(
                    dev.pollux.domain.value.FieldType.STRING, List.of("a", "b"))),
            Location.US_CENTRAL1,
            Optional.empty());
    return plan(id, "Title of " + id, new RequestSource.Made(requests, query));
  }

  /// Rows in US, whose requests are brought to where the job runs.
  public static RunPlan copied(String id) {
    TableRef scratch = new TableRef(PROJECT, "pollux_scratch_us", "requests_" + id);
    Query query =
        Query.of(
            "CREATE TABLE " + scratch.sql() + " AS SELECT text AS request FROM " + SPEECHES.sql(),
            US);
    return plan(
        id,
        "Title of " + id,
        new RequestSource.Copied(new RequestSource.Made(scratch, query), bring(id, scratch)));
  }

  /// A table in US that brings its own requests.
  public static RunPlan copiedOwn(String id, TableRef own) {
    return plan(
        id,
        "Title of " + id,
        new RequestSource.Copied(new RequestSource.OwnColumn(own), bring(id, own)));
  }

  private static TableCopy bring(String id, TableRef from) {
    return new TableCopy(
        from, US, new TableRef(PROJECT, "mine", "requests_" + id), Location.US_CENTRAL1);
  }

  public static RunPlan own(String id) {
    return titled(id, "Title of " + id);
  }

  public static RunPlan titled(String id, String title) {
    return plan(id, title, new RequestSource.OwnColumn(SOURCE));
  }

  private static RunPlan plan(String id, String title, RequestSource requests) {
    return new RunPlan(
        new RunId(id),
        title,
        PROJECT,
        Location.US_CENTRAL1,
        GeminiModel.of("gemini-2.5-flash"),
        SOURCE,
        requests,
        new TableRef(PROJECT, "samples", "answers_" + id),
        13_866,
        Optional.of(new UsdRange(0.65, 0.71)),
        Optional.empty());
  }
}
