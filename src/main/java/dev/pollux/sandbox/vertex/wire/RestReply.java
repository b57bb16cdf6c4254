package dev.pollux.sandbox.vertex.wire;

/// What REST answers: an HTTP status and a body.
public record RestReply(int status, String contentType, String body) {
  public static RestReply json(String body) {
    return new RestReply(200, "application/json; charset=UTF-8", body);
  }
}
