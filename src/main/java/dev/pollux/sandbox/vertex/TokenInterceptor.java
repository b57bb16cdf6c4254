package dev.pollux.sandbox.vertex;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Lets only calls pass that carry `authorization: Bearer <token>`.
final class TokenInterceptor implements ServerInterceptor {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private static final Metadata.Key<String> QUOTA_PROJECT =
      Metadata.Key.of("x-goog-user-project", Metadata.ASCII_STRING_MARSHALLER);

  /// Whether the call names a project that it counts against.
  static final Context.Key<Boolean> COUNTED = Context.keyWithDefault("counted", false);

  private final byte[] expected;

  TokenInterceptor(String token) {
    expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    String given = headers.get(AUTHORIZATION);
    if (given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
      Context context = Context.current().withValue(COUNTED, headers.containsKey(QUOTA_PROJECT));
      return Contexts.interceptCall(context, call, headers, next);
    }
    call.close(
        Status.UNAUTHENTICATED.withDescription(
            "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential."),
        new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
