package dev.pollux.sandbox.http;

import java.io.IOException;

/// Answers one kind of request. Runs on a virtual thread and may block.
@FunctionalInterface
public interface Handler {
  /// @throws Failure if the request is refused, with the reason that goes on the wire
  /// @throws IOException if the body cannot be read
  Response handle(Request request) throws IOException;
}
