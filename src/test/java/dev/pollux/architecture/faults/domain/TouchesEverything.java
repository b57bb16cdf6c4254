package dev.pollux.architecture.faults.domain;

import com.google.protobuf.Empty;
import com.sun.net.httpserver.HttpServer;
import io.grpc.Status;
import java.sql.Connection;
import java.time.Instant;
import javafx.scene.Node;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// Foreign libraries away from home, a mutable static, a print and a clock.
public class TouchesEverything {
  static @Nullable String last;
  @Nullable Node node;
  @Nullable Empty empty;
  @Nullable Status status;
  @Nullable HttpServer server;
  @Nullable DuckDBConnection duck;
  @Nullable Connection sql;
  @Nullable CommandLine line;
  @Nullable JsonNode json;

  Instant print() {
    System.out.println(last);
    return Instant.now();
  }
}
