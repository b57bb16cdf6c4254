package dev.pollux.sandbox.vertex;

/// What REST answers: an HTTP status and a body.
record RestReply(int status, String contentType, String body) {
  static RestReply json(String body) {
    return new RestReply(200, "application/json; charset=UTF-8", body);
  }
}
