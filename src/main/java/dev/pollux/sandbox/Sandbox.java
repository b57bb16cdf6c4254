package dev.pollux.sandbox;

import dev.pollux.sandbox.bigquery.BigQueryDoor;
import dev.pollux.sandbox.bigquery.job.CopyFaults;
import dev.pollux.sandbox.gemini.PretendGemini;
import dev.pollux.sandbox.http.HttpDoor;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.store.Store;
import dev.pollux.sandbox.store.engine.StoreFailure;
import dev.pollux.sandbox.vertex.VertexSandbox;
import dev.pollux.sandbox.vertex.fault.Faults;
import dev.pollux.sandbox.vertex.models.ProjectNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A pretend cloud on 127.0.0.1: BigQuery and Vertex AI over their own wires, on data that lasts.
public final class Sandbox implements AutoCloseable {
  /// The project that people work in.
  public static final String PROJECT = "pollux-sandbox";

  private final Store store;
  private final HttpDoor http;
  private final BigQueryDoor bigQuery;
  private final VertexSandbox vertex;
  private final String token;

  private Sandbox(
      Store store, HttpDoor http, BigQueryDoor bigQuery, VertexSandbox vertex, String token) {
    this.store = store;
    this.http = http;
    this.bigQuery = bigQuery;
    this.vertex = vertex;
    this.token = token;
  }

  /// Opens the data, loads the samples if it is new, and opens the doors.
  ///
  /// @throws IOException if a port is taken, or the data cannot be used: another process has them,
  ///   or the file is damaged; the message says which
  public static Sandbox start(SandboxOptions options) throws IOException {
    String token = options.token().orElseGet(Sandbox::randomToken);
    // Both take long to load, and neither needs the other.
    CompletableFuture<Store> data = CompletableFuture.supplyAsync(() -> data(options));
    VertexSandbox.Ready vertex =
        new VertexSandbox.Ready(options.grpcPort(), token, new PretendGemini(options.local()));
    Store store = joined(data);
    boolean open = false;
    try {
      Sandbox sandbox = open(store, vertex, options, token);
      open = true;
      return sandbox;
    } finally {
      if (!open) {
        store.close();
      }
    }
  }

  private static Store data(SandboxOptions options) {
    Store store = Store.open(options.data(), options.clock());
    boolean open = false;
    try {
      new Samples(store).load();
      open = true;
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!open) {
        store.close();
      }
    }
  }

  private static Store joined(CompletableFuture<Store> data) throws IOException {
    try {
      return data.join();
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case UncheckedIOException e -> throw e.getCause();
        case StoreFailure e when e.kind() == StoreFailure.Kind.UNUSABLE ->
            throw new IOException(e.getMessage(), e);
        case RuntimeException e -> throw e;
        case null, default -> throw failed;
      }
    }
  }

  private static Sandbox open(
      Store store, VertexSandbox.Ready ready, SandboxOptions options, String token)
      throws IOException {
    HttpDoor http = HttpDoor.open(options.restPort(), token, options.clock());
    boolean open = false;
    try {
      VertexSandbox vertex =
          ready.open(
              new StoreJobTables(store),
              projects(store),
              http.conditions(),
              options.clock(),
              options.speed());
      vertex.serve(http);
      BigQueryDoor bigQuery = BigQueryDoor.open(http, store, options.clock(), options.speed());
      http.start();
      open = true;
      return new Sandbox(store, http, bigQuery, vertex, token);
    } finally {
      if (!open) {
        http.close();
      }
    }
  }

  /// `http://127.0.0.1:PORT`.
  public String restUrl() {
    return http.url();
  }

  /// `127.0.0.1:PORT`.
  public String grpcTarget() {
    return "127.0.0.1:" + vertex.grpcPort();
  }

  /// What callers must show as `Authorization: Bearer …`.
  public String token() {
    return token;
  }

  public String project() {
    return PROJECT;
  }

  /// What goes wrong on purpose just now.
  public Faults faults() {
    return vertex.faults().get();
  }

  /// What is wrong with the project on purpose.
  public ProjectConditions conditions() {
    return http.conditions();
  }

  /// Takes effect from the next call on.
  public void setFaults(Faults faults) {
    vertex.faults().set(faults);
  }

  /// How copies between locations go just now.
  public CopyFaults copyFaults() {
    return bigQuery.copyFaults();
  }

  /// Takes effect from the next copy on.
  public void setCopyFaults(CopyFaults faults) {
    bigQuery.setCopyFaults(faults);
  }

  @Override
  public void close() {
    http.close();
    bigQuery.close();
    vertex.close();
    store.close();
  }

  /// Vertex answers with project numbers: the same as BigQuery's list of projects gives.
  private static ProjectNumbers projects(Store store) {
    Map<String, String> numbers = new HashMap<>();
    for (var project : store.projects().list()) {
      numbers.put(project.id(), Integer.toUnsignedString(project.id().hashCode()));
    }
    return new ProjectNumbers(numbers);
  }

  private static String randomToken() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
