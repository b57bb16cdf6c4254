package dev.pollux.sandbox.vertex;

import dev.pollux.sandbox.gemini.PretendGemini;
import dev.pollux.sandbox.gemini.request.ModelList;
import dev.pollux.sandbox.http.HttpDoor;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.vertex.fault.ActiveFaults;
import dev.pollux.sandbox.vertex.job.BatchJobService;
import dev.pollux.sandbox.vertex.job.BatchJobStore;
import dev.pollux.sandbox.vertex.job.JobRunner;
import dev.pollux.sandbox.vertex.job.JobTables;
import dev.pollux.sandbox.vertex.job.RowAnswers;
import dev.pollux.sandbox.vertex.models.GeminiCalls;
import dev.pollux.sandbox.vertex.models.ModelRules;
import dev.pollux.sandbox.vertex.models.ProjectNumbers;
import dev.pollux.sandbox.vertex.models.PublisherModels;
import dev.pollux.sandbox.vertex.models.TunedModels;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Vertex AI, pretended: opens the gRPC door, and adds the REST paths to an HTTP server. Jobs that
/// were not finished go on.
public final class VertexSandbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VertexSandbox.class);
  private static final long PAUSE_NANOS = 200_000_000;

  private final ActiveFaults faults = new ActiveFaults();
  private final JobRunner runner;
  private final GrpcDoor grpc;
  private final RestDoor rest;
  private final Thread worker;
  private volatile boolean open = true;

  private VertexSandbox(
      Ready ready,
      JobTables tables,
      ProjectNumbers projects,
      ProjectConditions conditions,
      InstantSource clock,
      double speed)
      throws IOException {
    ModelRules models = new ModelRules(ready.list);
    GeminiCalls gemini = new GeminiCalls(ready.gemini, models, projects, conditions);
    BatchJobStore book = new BatchJobStore(tables, clock.instant());
    BatchJobService jobs = new BatchJobService(book, projects, models, faults, clock);
    TunedModels tuned = new TunedModels(ready.list, projects, conditions);
    runner = new JobRunner(book, tables, models, projects, new RowAnswers(gemini), clock, speed);
    PublisherModels publishers = new PublisherModels(ready.list, conditions);
    rest = new RestDoor(jobs, gemini, tuned, publishers, faults);
    grpc = ready.door;
    grpc.open(new GrpcServices(jobs, gemini, tuned, publishers, faults, conditions).all());
    worker = Thread.ofPlatform().daemon().name("sandbox-jobs").unstarted(this::work);
  }

  /// What can be made before the data are open, so that it need not wait for them.
  public static final class Ready {
    private final ModelList list = ModelList.bundled();
    private final PretendGemini gemini;
    private final GrpcDoor door;

    /// @param port of gRPC, 0 for any
    public Ready(int port, String token, PretendGemini gemini) throws IOException {
      this.gemini = gemini;
      door = new GrpcDoor(port, token);
    }

    /// Opens Vertex over the tables, and carries on what was unfinished.
    ///
    /// @param conditions what is wrong with the project on purpose
    /// @param clock tells the time; job time passes `speed` times as fast
    /// @throws IOException when the port is taken
    public VertexSandbox open(
        JobTables tables,
        ProjectNumbers projects,
        ProjectConditions conditions,
        InstantSource clock,
        double speed)
        throws IOException {
      VertexSandbox opened = new VertexSandbox(this, tables, projects, conditions, clock, speed);
      opened.worker.start();
      return opened;
    }
  }

  public int grpcPort() {
    return grpc.port();
  }

  /// Adds the REST paths to an HTTP server.
  public void serve(HttpDoor http) {
    new VertexRoutes(rest).onto(http);
  }

  public ActiveFaults faults() {
    return faults;
  }

  private void work() {
    while (open) {
      if (!ticked()) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /// A tick that breaks is not the last one.
  private boolean ticked() {
    try {
      return runner.tick();
    } catch (RuntimeException e) {
      if (open) {
        LOG.warn("The jobs were not carried on", e);
      }
      return false;
    }
  }

  @Override
  public void close() {
    open = false;
    runner.closing();
    grpc.close();
    LockSupport.unpark(worker);
    try {
      worker.join(1_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
