package dev.pollux.sandbox.vertex;

import dev.pollux.sandbox.vertex.job.JobTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tables in memory. What is kept here outlives a [VertexSandbox], as a disk would.
public final class FakeJobTables implements JobTables {
  final Map<String, Facts> tables = new HashMap<>();
  final Map<String, List<@Nullable String>> requests = new HashMap<>();
  final Map<String, String> datasets = new HashMap<>();
  final Map<String, List<AnsweredRow>> outputs = new HashMap<>();
  private final Map<String, Map<Long, AnsweredRow>> kept = new HashMap<>();
  private final Map<String, String> jobs = new LinkedHashMap<>();

  /// A sandbox with `p.d.in` of so many good rows, its dataset in us-central1.
  static FakeJobTables with(int rows) {
    FakeJobTables fake = new FakeJobTables();
    fake.datasets.put("p.d", "us-central1");
    List<@Nullable String> texts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      texts.add(
          request(
              "Which subject does this passage deal with? Passage "
                  + row
                  + " on tariffs and trade."));
    }
    fake.table(
        "p.d.in",
        "us-central1",
        texts,
        new InputColumn("id", "INT64"),
        new InputColumn("request", "JSON"));
    return fake;
  }

  static String request(String text) {
    return "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"" + text + "\"}]}]}";
  }

  void table(String name, String location, List<@Nullable String> rows, InputColumn... columns) {
    tables.put(name, new Facts(location, List.of(columns), rows.size()));
    requests.put(name, rows);
  }

  @Override
  public synchronized Optional<Facts> find(String table) {
    return Optional.ofNullable(tables.get(table));
  }

  @Override
  public synchronized Optional<String> datasetLocation(String dataset) {
    return Optional.ofNullable(datasets.get(dataset));
  }

  @Override
  public synchronized List<@Nullable String> read(
      String table, String column, long start, int count) {
    List<@Nullable String> rows = requests.get(table);
    return new ArrayList<>(rows.subList((int) start, (int) start + count));
  }

  @Override
  public synchronized void keep(String jobId, List<AnsweredRow> answers) {
    Map<Long, AnsweredRow> mine = kept.computeIfAbsent(jobId, id -> new LinkedHashMap<>());
    for (AnsweredRow answer : answers) {
      if (mine.put(answer.row(), answer) != null) {
        throw new IllegalStateException("row " + answer.row() + " was answered twice");
      }
    }
  }

  @Override
  public synchronized List<Kept> kept(String jobId) {
    return kept.getOrDefault(jobId, Map.of()).values().stream()
        .map(answer -> new Kept(answer.row(), !answer.status().isEmpty()))
        .toList();
  }

  @Override
  public synchronized void publish(String jobId, String source, String destination, String json) {
    List<AnsweredRow> answers = List.copyOf(kept.getOrDefault(jobId, Map.of()).values());
    if (outputs.putIfAbsent(destination, answers) != null) {
      throw new IllegalStateException("Already Exists: Table " + destination);
    }
    tables.put(destination, new Facts("us-central1", List.of(), answers.size()));
    kept.remove(jobId);
    jobs.put(jobId, json);
  }

  @Override
  public synchronized void discard(String jobId) {
    kept.remove(jobId);
  }

  @Override
  public synchronized void saveJob(String jobId, String json) {
    jobs.put(jobId, json);
  }

  @Override
  public synchronized List<String> loadJobs() {
    return List.copyOf(jobs.values());
  }

  @Override
  public synchronized void deleteJob(String jobId) {
    jobs.remove(jobId);
  }
}
