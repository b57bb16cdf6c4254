package dev.pollux.cloud.google.client;

import dev.pollux.cloud.google.credentials.WatchedCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/// Tokens that the service takes no more before their time, as where they were withdrawn or the
/// clock of the machine is behind. Over HTTP, Google's client asks for another by itself
/// (com.google.auth.http.HttpCredentialsAdapter); over gRPC it sends the same one until its end.
record StaleTokens(WatchedCredentials credentials) implements ClientInterceptor {
  /// Reads are sent again with another token: they are repeated where a service is not there. All
  /// else is refused, and what follows has another one.
  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        long renewals = credentials.renewals();
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                boolean renewed =
                    status.getCode() == Status.Code.UNAUTHENTICATED
                        && credentials.refused(renewals);
                super.onClose(
                    renewed && GrpcReads.has(method)
                        ? Status.UNAVAILABLE
                            .withDescription(status.getDescription())
                            .withCause(status.getCause())
                        : status,
                    trailers);
              }
            },
            headers);
      }
    };
  }
}
