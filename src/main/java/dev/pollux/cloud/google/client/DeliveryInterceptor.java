package dev.pollux.cloud.google.client;

import dev.pollux.cloud.CloudException.Delivery;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientStreamTracer;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;

/// Notes for each failed call how far it got, in the trailers that come with its failure.
///
/// A status looks the same whether the service sent it or the client made it up from a reset
/// stream, a connection that closed, a deadline or the page of a proxy. Only the tracer of a stream
/// hears the difference: gRPC tells it of trailers when they came over the wire as
/// `application/grpc`, and hands the very same object on with the status they carry; a status that
/// was made up comes with trailers of its own. And gRPC tells it when the stream is made on a
/// connection, before the first byte leaves.
final class DeliveryInterceptor implements ClientInterceptor {
  private static final Metadata.Key<String> DELIVERY =
      Metadata.Key.of("pollux-delivery", Metadata.ASCII_STRING_MARSHALLER);

  /// What gRPC writes into the status when trailers came without one: it then guesses from the HTTP
  /// status, which any proxy can have set.
  private static final String GUESSED = "missing GRPC status";

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    Wire wire = new Wire();
    return new SimpleForwardingClientCall<>(
        next.newCall(method, options.withStreamTracerFactory(wire))) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                if (!wire.opened.get()) {
                  trailers.put(DELIVERY, Delivery.NOT_SENT.name());
                }
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }

  /// How far the call got that failed so.
  static Delivery of(Throwable failure) {
    Metadata trailers = Status.trailersFromThrowable(failure);
    String noted = trailers == null ? null : trailers.get(DELIVERY);
    if (noted == null) {
      return Delivery.UNCERTAIN;
    }
    String description = Status.fromThrowable(failure).getDescription();
    boolean guessed = description != null && description.contains(GUESSED);
    return guessed ? Delivery.UNCERTAIN : Delivery.valueOf(noted);
  }

  private static final class Wire extends ClientStreamTracer.Factory {
    private final AtomicBoolean opened = new AtomicBoolean();

    @Override
    public ClientStreamTracer newClientStreamTracer(
        ClientStreamTracer.StreamInfo info, Metadata headers) {
      return new ClientStreamTracer() {
        @Override
        public void streamCreated(Attributes transport, Metadata sent) {
          opened.set(true);
        }

        @Override
        public void inboundTrailers(Metadata trailers) {
          trailers.put(DELIVERY, Delivery.ANSWERED.name());
        }
      };
    }
  }
}
