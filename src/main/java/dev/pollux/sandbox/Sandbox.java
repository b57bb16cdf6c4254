package dev.pollux.sandbox;

import dev.pollux.sandbox.bigquery.BigQueryDoor;
import dev.pollux.sandbox.http.HttpDoor;
import dev.pollux.sandbox.store.Store;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A pretend cloud on 127.0.0.1: BigQuery and Vertex AI over their own wires, on data that lasts.
public final class Sandbox implements AutoCloseable {
  /// The project that people work in.
  public static final String PROJECT = "pollux-sandbox";

  private final Store store;
  private final HttpDoor http;
  private final String token;

  private Sandbox(Store store, HttpDoor http, String token) {
    this.store = store;
    this.http = http;
    this.token = token;
  }

  /// Opens the data, loads the samples if it is new, and opens the doors.
  ///
  /// @throws dev.pollux.sandbox.store.StoreFailure if the data is in use by another process
  /// @throws IOException if a port is taken
  public static Sandbox start(SandboxOptions options) throws IOException {
    String token = options.token().orElseGet(Sandbox::randomToken);
    Store store = Store.open(options.data(), options.clock());
    boolean open = false;
    try {
      new Samples(store).load();
      HttpDoor http = HttpDoor.open(options.restPort(), token);
      BigQueryDoor.open(http, store, options.clock());
      Sandbox sandbox = new Sandbox(store, http, token);
      open = true;
      return sandbox;
    } finally {
      if (!open) {
        store.close();
      }
    }
  }

  /// `http://127.0.0.1:PORT`.
  public String restUrl() {
    return http.url();
  }

  /// What callers must show as `Authorization: Bearer …`.
  public String token() {
    return token;
  }

  public String project() {
    return PROJECT;
  }

  @Override
  public void close() {
    http.close();
    store.close();
  }

  private static String randomToken() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
