package dev.pollux.sandbox.vertex.wire;

import com.google.rpc.Code;

/// A call that the service turns down: a canonical code and the service's words. Both doors know
/// how to say it: gRPC as a status, REST as Google's error envelope.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;

  public Refusal(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public static Refusal invalid(String message) {
    return new Refusal(Code.INVALID_ARGUMENT, message);
  }

  public static Refusal notFound(String message) {
    return new Refusal(Code.NOT_FOUND, message);
  }

  public Code code() {
    return code;
  }

  public String words() {
    return String.valueOf(getMessage());
  }

  /// The HTTP status of the code: google/rpc/code.proto names them.
  public int http() {
    return switch (code) {
      case OK -> 200;
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ABORTED, ALREADY_EXISTS -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case CANCELLED -> 499;
      case UNIMPLEMENTED -> 501;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504;
      case UNKNOWN, INTERNAL, DATA_LOSS, UNRECOGNIZED -> 500;
    };
  }
}
