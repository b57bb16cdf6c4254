package dev.pollux.sandbox.vertex;

import dev.pollux.sandbox.http.HttpDoor;
import dev.pollux.sandbox.http.Request;
import dev.pollux.sandbox.http.Response;
import dev.pollux.sandbox.vertex.wire.RestReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts Vertex's paths, and the admin path of the faults, onto the HTTP server.
final class VertexRoutes {
  private static final List<String> PARAMETERS =
      List.of("filter", "pageSize", "pageToken", "readMask", "alt");

  private final RestDoor door;

  VertexRoutes(RestDoor door) {
    this.door = door;
  }

  void onto(HttpDoor http) {
    for (String version : List.of("/v1/", "/v1beta1/")) {
      for (String method : List.of("GET", "POST", "DELETE")) {
        http.route(
            method,
            version + "{path=**}",
            request -> answer(request, version + request.variable("path")));
      }
    }
    for (String method : List.of("GET", "PUT")) {
      http.route(method, RestDoor.FAULTS, request -> answer(request, RestDoor.FAULTS));
    }
  }

  private Response answer(Request request, String path) throws IOException {
    Map<String, String> query = new HashMap<>();
    for (String name : PARAMETERS) {
      request.query(name).ifPresent(value -> query.put(name, value));
    }
    String body = new String(request.bytes(), StandardCharsets.UTF_8);
    RestReply reply = door.answer(request.method(), path, query, body);
    return new Response(
        reply.status(),
        Map.of("Content-Type", reply.contentType()),
        reply.body().getBytes(StandardCharsets.UTF_8));
  }
}
