package dev.pollux.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What goes back: a status, headers beside the content type, a body.
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record Response(int status, Map<String, String> headers, byte[] body) {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json; charset=UTF-8");

  /// 200 with a JSON body.
  public static Response json(JsonNode body) {
    return json(200, body);
  }

  public static Response json(int status, JsonNode body) {
    return new Response(status, JSON, MAPPER.writeValueAsBytes(body));
  }

  /// 200 with a body that is JSON text already (protobuf's own printer makes such).
  public static Response jsonText(String body) {
    return new Response(200, JSON, body.getBytes(StandardCharsets.UTF_8));
  }

  /// 204.
  public static Response empty() {
    return new Response(204, Map.of(), new byte[0]);
  }

  /// A status and headers without a body (resumable uploads).
  public static Response headers(int status, Map<String, String> headers) {
    return new Response(status, headers, new byte[0]);
  }

  /// Google's error envelope.
  public static Response failure(Failure failure) {
    Reason reason = failure.reason();
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", reason.code());
    error.put("message", failure.text());
    error
        .putArray("errors")
        .addObject()
        .put("message", failure.text())
        .put("domain", "global")
        .put("reason", reason.word());
    error.put("status", reason.status());
    if (!failure.info().isEmpty()) {
      error
          .putArray("details")
          .addObject()
          .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
          .put("reason", failure.info())
          .put("domain", "googleapis.com");
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("error", error);
    return json(reason.code(), body);
  }
}
