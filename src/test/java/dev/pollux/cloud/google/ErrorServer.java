package dev.pollux.cloud.google;

import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.CreateBatchPredictionJobRequest;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsRequest;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsResponse;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import com.sun.net.httpserver.HttpServer;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cloud.google.client.Timeouts;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers everything with one refusal, as Google writes it: over HTTP in the envelope of its JSON
/// services, over gRPC as a status with details.
final class ErrorServer implements AutoCloseable {
  private static final String DOMAIN = "googleapis.com";

  /// @param http the HTTP status
  /// @param reason the older word of BigQuery (`accessDenied`)
  /// @param code the canonical code
  /// @param info the reason of the newer error model, empty where there is none
  record Refusal(int http, String reason, Status.Code code, String info, String message) {}

  private final HttpServer http;
  private final Server grpc;
  private volatile Refusal refusal = new Refusal(500, "", Status.Code.INTERNAL, "", "not set");

  ErrorServer() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    http = HttpServer.create(any, 0);
    http.createContext(
        "/",
        exchange -> {
          byte[] body = json(refusal).getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
          exchange.sendResponseHeaders(refusal.http, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    http.start();
    grpc =
        NettyServerBuilder.forAddress(any)
            .addService(ServerInterceptors.intercept(jobs(), new Refusing()))
            .build()
            .start();
  }

  /// The calls that make and list jobs; none of them is ever reached.
  private static ServerServiceDefinition jobs() {
    String service = "google.cloud.aiplatform.v1.JobService";
    return ServerServiceDefinition.builder(service)
        .addMethod(
            method(
                service + "/CreateBatchPredictionJob",
                CreateBatchPredictionJobRequest.getDefaultInstance(),
                BatchPredictionJob.getDefaultInstance()),
            ServerCalls.asyncUnaryCall((_, observer) -> observer.onCompleted()))
        .addMethod(
            method(
                service + "/ListBatchPredictionJobs",
                ListBatchPredictionJobsRequest.getDefaultInstance(),
                ListBatchPredictionJobsResponse.getDefaultInstance()),
            ServerCalls.asyncUnaryCall((_, observer) -> observer.onCompleted()))
        .build();
  }

  private static <Q extends Message, R extends Message> MethodDescriptor<Q, R> method(
      String name, Q request, R response) {
    return MethodDescriptor.<Q, R>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(name)
        .setRequestMarshaller(ProtoUtils.marshaller(request))
        .setResponseMarshaller(ProtoUtils.marshaller(response))
        .build();
  }

  void refuse(Refusal next) {
    refusal = next;
  }

  Cloud open() throws CloudException {
    return GoogleCloud.open(
        new Connection.Sandbox("p", Location.US_CENTRAL1),
        new Endpoints.Sandbox(
            URI.create("http://127.0.0.1:" + http.getAddress().getPort()),
            "127.0.0.1:" + grpc.getPort(),
            "token"),
        Timeouts.USUAL.withGrpc(
            Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(300)));
  }

  private static String json(Refusal of) {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    ObjectNode error =
        all.putObject("error")
            .put("code", of.http)
            .put("message", of.message)
            .put("status", of.code.name());
    error
        .putArray("errors")
        .addObject()
        .put("message", of.message)
        .put("domain", "global")
        .put("reason", of.reason);
    if (!of.info.isEmpty()) {
      error
          .putArray("details")
          .addObject()
          .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
          .put("reason", of.info)
          .put("domain", DOMAIN)
          .putObject("metadata")
          .put("consumer", "projects/12");
    }
    return all.toString();
  }

  private final class Refusing implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      com.google.rpc.Status.Builder status =
          com.google.rpc.Status.newBuilder()
              .setCode(refusal.code.value())
              .setMessage(refusal.message);
      if (!refusal.info.isEmpty()) {
        status.addDetails(
            Any.pack(
                ErrorInfo.newBuilder()
                    .setReason(refusal.info)
                    .setDomain(DOMAIN)
                    .putMetadata("consumer", "projects/12")
                    .build()));
      }
      StatusRuntimeException refused = StatusProto.toStatusRuntimeException(status.build());
      Metadata trailers = refused.getTrailers();
      call.close(refused.getStatus(), trailers == null ? new Metadata() : trailers);
      return new ServerCall.Listener<>() {};
    }
  }

  @Override
  public void close() {
    http.stop(0);
    grpc.shutdownNow();
  }
}
