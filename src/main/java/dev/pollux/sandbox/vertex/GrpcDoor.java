package dev.pollux.sandbox.vertex;

import com.google.protobuf.Message;
import dev.pollux.sandbox.http.Failure;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.sandbox.http.ServiceCall;
import dev.pollux.sandbox.vertex.fault.ActiveFaults;
import dev.pollux.sandbox.vertex.wire.Refusal;
import dev.pollux.sandbox.vertex.wire.RichStatus;
import io.grpc.HandlerRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gRPC door: `google.cloud.aiplatform.v1` on 127.0.0.1. The services are put together by hand,
/// because the jar with their generated stubs is not to be had.
final class GrpcDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GrpcDoor.class);
  private static final String PACKAGE = "google.cloud.aiplatform.v1.";
  private static final int LARGEST_MESSAGE = 20 * 1024 * 1024;

  private final Map<String, ServerMethodDefinition<?, ?>> methods = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("sandbox-grpc-", 0).factory());
  private final TokenInterceptor guard;
  private final Server server;

  /// Makes the server, which takes no calls until [#open].
  ///
  /// @param port 0 for any
  GrpcDoor(int port, String token) throws UnknownHostException {
    guard = new TokenInterceptor(token);
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(loopback, port))
            .executor(threads)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .fallbackHandlerRegistry(registry())
            .build();
  }

  /// @throws IOException when the port is taken
  void open(Iterable<ServerServiceDefinition> offered) throws IOException {
    for (ServerServiceDefinition service : offered) {
      for (var method : ServerInterceptors.intercept(service, guard).getMethods()) {
        methods.put(method.getMethodDescriptor().getFullMethodName(), method);
      }
    }
    server.start();
  }

  /// Asked at each call, so that the server can be made before its services are.
  private HandlerRegistry registry() {
    return new HandlerRegistry() {
      @Override
      public @Nullable ServerMethodDefinition<?, ?> lookupMethod(
          String name, @Nullable String authority) {
        return methods.get(name);
      }
    };
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(500, TimeUnit.MILLISECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  /// A service that is being put together.
  static final class Service {
    private final String name;
    private final ActiveFaults faults;
    private final ProjectConditions conditions;
    private final ServerServiceDefinition.Builder methods;

    Service(String name, ActiveFaults faults, ProjectConditions conditions) {
      this.name = PACKAGE + name;
      this.faults = faults;
      this.conditions = conditions;
      this.methods = ServerServiceDefinition.builder(this.name);
    }

    <Q extends Message, R extends Message> Service unary(
        String method, Q request, R response, Function<Q, R> call) {
      methods.addMethod(
          descriptor(MethodDescriptor.MethodType.UNARY, method, request, response),
          ServerCalls.<Q, R>asyncUnaryCall((asked, observer) -> {
            try {
              conditions.check(ServiceCall.ofGrpc(method), TokenInterceptor.COUNTED.get());
              faults.beforeCall();
              observer.onNext(call.apply(asked));
              observer.onCompleted();
            } catch (RuntimeException | Error refused) {
              observer.onError(status(refused));
            }
          }));
      return this;
    }

    <Q extends Message, R extends Message> Service streaming(
        String method, Q request, R response, Function<Q, Iterable<R>> call) {
      methods.addMethod(
          descriptor(MethodDescriptor.MethodType.SERVER_STREAMING, method, request, response),
          ServerCalls.<Q, R>asyncServerStreamingCall((asked, observer) -> {
            try {
              conditions.check(ServiceCall.ofGrpc(method), TokenInterceptor.COUNTED.get());
              faults.beforeCall();
              call.apply(asked).forEach(observer::onNext);
              observer.onCompleted();
            } catch (RuntimeException | Error refused) {
              observer.onError(status(refused));
            }
          }));
      return this;
    }

    ServerServiceDefinition build() {
      return methods.build();
    }

    private <Q extends Message, R extends Message> MethodDescriptor<Q, R> descriptor(
        MethodDescriptor.MethodType type, String method, Q request, R response) {
      return MethodDescriptor.<Q, R>newBuilder()
          .setType(type)
          .setFullMethodName(name + "/" + method)
          .setRequestMarshaller(ProtoUtils.marshaller(request))
          .setResponseMarshaller(ProtoUtils.marshaller(response))
          .build();
    }

    private static StatusRuntimeException status(Throwable thrown) {
      if (thrown instanceof Refusal refusal) {
        return Status.fromCodeValue(refusal.code().getNumber())
            .withDescription(refusal.words())
            .asRuntimeException();
      }
      if (thrown instanceof Failure failure) {
        return StatusProto.toStatusRuntimeException(RichStatus.of(failure));
      }
      LOG.warn("A call broke", thrown);
      return Status.INTERNAL.withDescription("Internal error encountered.").asRuntimeException();
    }
  }
}
