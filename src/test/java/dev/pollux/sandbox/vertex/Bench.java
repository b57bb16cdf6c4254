package dev.pollux.sandbox.vertex;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import dev.pollux.sandbox.gemini.PretendGemini;
import dev.pollux.sandbox.gemini.request.ModelList;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.vertex.fault.ActiveFaults;
import dev.pollux.sandbox.vertex.job.BatchJobService;
import dev.pollux.sandbox.vertex.job.BatchJobStore;
import dev.pollux.sandbox.vertex.job.JobRunner;
import dev.pollux.sandbox.vertex.job.RowAnswers;
import dev.pollux.sandbox.vertex.models.GeminiCalls;
import dev.pollux.sandbox.vertex.models.ModelRules;
import dev.pollux.sandbox.vertex.models.ProjectNumbers;
import java.time.Duration;
import java.util.Map;

/// The core without doors and without threads: time passes and work is done when a test says so.
public final class Bench {
  static final String PARENT = "projects/p/locations/us-central1";

  final FakeJobTables tables;
  final TestClock clock;
  final ActiveFaults faults = new ActiveFaults();
  final BatchJobService jobs;
  private final JobRunner runner;

  private Bench(FakeJobTables tables, TestClock clock, double speed) {
    this.tables = tables;
    this.clock = clock;
    ProjectNumbers projects = new ProjectNumbers(Map.of("p", "1001"));
    ModelRules models = new ModelRules(ModelList.bundled());
    BatchJobStore book = new BatchJobStore(tables, clock.instant());
    GeminiCalls gemini =
        new GeminiCalls(new PretendGemini(), models, projects, new ProjectConditions());
    jobs = new BatchJobService(book, projects, models, faults, clock);
    runner = new JobRunner(book, tables, models, projects, new RowAnswers(gemini), clock, speed);
  }

  static Bench with(int rows) {
    return over(FakeJobTables.with(rows));
  }

  static Bench over(FakeJobTables tables) {
    return new Bench(tables, new TestClock(), 1);
  }

  /// What a new process finds after this one was killed.
  Bench restarted() {
    return new Bench(tables, clock, 1);
  }

  /// The store is about to go away.
  void closing() {
    runner.closing();
  }

  BatchPredictionJob create(String out) {
    return jobs.create(PARENT, Jobs.request(out));
  }

  /// Lets time pass, and does all that is due.
  Bench pass(Duration time) {
    clock.pass(time);
    while (runner.tick()) {
      // Until nothing more is due.
    }
    return this;
  }

  /// Lets time pass, and is killed in the middle of what is due.
  void passAndDie(Duration time, int ticks) {
    clock.pass(time);
    for (int i = 0; i < ticks; i++) {
      runner.tick();
    }
  }

  BatchPredictionJob get(BatchPredictionJob job) {
    return jobs.get(job.getName());
  }

  /// Creates a job and carries it to its end.
  BatchPredictionJob ended(BatchPredictionJob asked) {
    BatchPredictionJob job = jobs.create(PARENT, asked);
    pass(Duration.ofMinutes(30));
    return get(job);
  }
}
