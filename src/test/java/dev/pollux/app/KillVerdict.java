package dev.pollux.app;

import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.domain.job.BatchJob;
import dev.pollux.domain.job.RunId;
import dev.pollux.domain.job.RunLabels;
import dev.pollux.draft.plan.RequestSource;
import dev.pollux.run.journal.SqliteJournal;
import dev.pollux.run.state.Journal;
import dev.pollux.run.state.Run;
import dev.pollux.run.state.RunStage;
import dev.pollux.sandbox.SandboxProcess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the sandbox has, held against what the journals say.
///
/// @param runs how many submissions were decided
/// @param lost runs whose job is not there, and jobs that no journal knows
/// @param doubled what was made twice: jobs, request tables, copies
/// @param unsettled runs that did not become a job, and those whose rows nobody accounted for
/// @param failures what a command said that ended as it should not
record KillVerdict(
    int runs,
    List<String> lost,
    List<String> doubled,
    List<String> unsettled,
    List<String> failures) {
  boolean isClean() {
    return lost.isEmpty() && doubled.isEmpty() && unsettled.isEmpty() && failures.isEmpty();
  }

  @Override
  public String toString() {
    return "%d runs, %d lost, %d double, %d unsettled, %d failures%s"
        .formatted(
            runs,
            lost.size(),
            doubled.size(),
            unsettled.size(),
            failures.size(),
            isClean() ? "" : ": " + List.of(lost, doubled, unsettled, failures));
  }

  static KillVerdict of(KillHarness harness) throws Exception {
    Map<RunId, Run> runs = new HashMap<>();
    for (Path lane : harness.lanes()) {
      Path file = lane.resolve("journal.sqlite");
      if (Files.exists(file)) {
        try (Journal journal = SqliteJournal.open(file)) {
          journal.runs().forEach(run -> runs.put(run.plan().id(), run));
        }
      }
    }
    List<String> lost = new ArrayList<>();
    List<String> doubled = new ArrayList<>();
    Set<RunId> found = new HashSet<>();
    for (BatchJob job : jobs(harness.sandbox())) {
      RunId run = RunLabels.run(job).orElseThrow();
      if (!runs.containsKey(run)) {
        lost.add("no journal knows " + job.name());
      } else if (!found.add(run)) {
        doubled.add("a second job of " + run);
      }
    }
    List<String> unsettled = new ArrayList<>();
    Set<String> accounted = accounted(harness);
    runs.values()
        .forEach(run -> {
          if (run.stage() != RunStage.SUBMITTED) {
            unsettled.add(run.plan().id() + " is " + run.stage());
          } else if (!found.contains(run.plan().id())) {
            lost.add("the job of " + run.plan().id());
          } else if (!accounted.contains(run.plan().id().id())) {
            unsettled.add("the rows of " + run.plan().id());
          }
        });
    doubled.addAll(bigQuery(harness.sandbox(), runs));
    return new KillVerdict(runs.size(), lost, doubled, unsettled, harness.lines("failures.txt"));
  }

  private static List<BatchJob> jobs(SandboxProcess sandbox) throws Exception {
    Connection connection = new Connection.Sandbox("pollux-sandbox", Location.US_CENTRAL1);
    List<BatchJob> all = new ArrayList<>();
    try (Cloud cloud =
        GoogleCloud.open(
            connection,
            new Endpoints.Sandbox(URI.create(sandbox.rest()), sandbox.grpc(), sandbox.token()))) {
      for (Location location : List.of(Location.US_CENTRAL1, Location.GLOBAL)) {
        all.addAll(cloud.jobs().list(connection.project(), location, ""));
      }
    }
    return all;
  }

  /// Each run has one query at most that makes its requests, and one copy at most that brings them.
  private static List<String> bigQuery(SandboxProcess sandbox, Map<RunId, Run> runs)
      throws Exception {
    List<String> doubled = new ArrayList<>();
    Map<String, Integer> made = new HashMap<>();
    Map<String, Integer> copied = new HashMap<>();
    String page = "";
    do {
      JsonNode answer =
          sandbox.get(
              "/bigquery/v2/projects/pollux-sandbox/jobs?projection=full&maxResults=1000"
                  + (page.isEmpty() ? "" : "&pageToken=" + page));
      for (JsonNode job : answer.path("jobs")) {
        JsonNode configuration = job.path("configuration");
        String query = configuration.path("query").path("query").asString("");
        if (query.startsWith("CREATE TABLE") && query.contains("_requests_")) {
          made.merge(table(query), 1, Integer::sum);
        }
        JsonNode copy = configuration.path("copy").path("destinationTable").path("tableId");
        if (!copy.isMissingNode()) {
          copied.merge(copy.asString(), 1, Integer::sum);
        }
      }
      page = answer.path("nextPageToken").asString("");
    } while (!page.isEmpty());
    made.forEach((table, times) -> {
      if (times > 1) {
        doubled.add("the requests " + table);
      }
    });
    copied.forEach((table, times) -> {
      if (times > 1) {
        doubled.add("the copy to " + table);
      }
    });
    Set<String> wanted = new HashSet<>();
    runs.values().forEach(run -> wanted.addAll(tables(run.plan().requests())));
    made.keySet().stream()
        .filter(table -> !wanted.contains(table))
        .forEach(table -> doubled.add("requests that no run knows: " + table));
    return doubled;
  }

  /// The tables that statements make for the requests of a run.
  private static Set<String> tables(RequestSource requests) {
    Set<String> tables = new HashSet<>();
    requests.makes().ifPresent(_ -> tables.add(requests.inPlace().table().toString()));
    if (requests instanceof RequestSource.Chosen chosen) {
      tables.add(chosen.requestTable().toString());
    }
    return tables;
  }

  /// What a statement makes: the name between its first quotes.
  private static String table(String query) {
    int from = query.indexOf('`') + 1;
    return query.substring(from, query.indexOf('`', from));
  }

  private static Set<String> accounted(KillHarness harness) throws Exception {
    Set<String> all = new HashSet<>();
    for (String line : harness.lines("events.txt")) {
      JsonNode event = JsonMapper.shared().readTree(line.substring(line.indexOf(' ') + 1));
      if (event.has("answered") && event.path("answered").asInt() == event.path("input").asInt()) {
        all.add(event.path("run").asString());
      }
    }
    return all;
  }
}
