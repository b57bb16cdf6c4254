package dev.pollux.sandbox.bigquery.wire;

import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.Handler;
import dev.pollux.sandbox.http.Reason;
import dev.pollux.sandbox.store.engine.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store's refusals as the wire's.
public final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  static Handler mapped(Handler handler) {
    return request -> {
      try {
        return handler.handle(request);
      } catch (StoreFailure e) {
        throw failure(e);
      }
    };
  }

  static Failure failure(StoreFailure e) {
    if (e.kind() == StoreFailure.Kind.INTERNAL) {
      LOG.warn("A request broke", e);
    }
    return new Failure(reason(e.kind()), e.text(), e);
  }

  public static Reason reason(StoreFailure.Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> Reason.NOT_FOUND;
      case DUPLICATE -> Reason.DUPLICATE;
      case INVALID -> Reason.INVALID;
      case INVALID_QUERY -> Reason.INVALID_QUERY;
      case ACCESS_DENIED -> Reason.ACCESS_DENIED;
      case RESOURCE_IN_USE -> Reason.RESOURCE_IN_USE;
      case STOPPED -> Reason.STOPPED;
      case NOT_IMPLEMENTED -> Reason.NOT_IMPLEMENTED;
      case TOO_COMPLEX -> Reason.RESOURCES_EXCEEDED;
      case UNUSABLE, INTERNAL -> Reason.INTERNAL;
    };
  }
}
