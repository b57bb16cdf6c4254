package dev.pollux.cloud.google.vertex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsResponse;
import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.GoogleClouds;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import dev.pollux.testing.FakeIdentity;
import dev.pollux.testing.TlsFront;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person with the roles for BigQuery and Vertex alone may not use a project's quota: they work
/// all the same.
class QuotaDeniedTest {
  private static final Metadata.Key<String> QUOTA =
      Metadata.Key.of("x-goog-user-project", Metadata.ASCII_STRING_MARSHALLER);
  private static final String DENIED =
      """
      {"error":{"code":403,"status":"PERMISSION_DENIED",
       "message":"Caller does not have required permission to use project p.",
       "errors":[{"reason":"forbidden","message":"no"}],
       "details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo",
        "reason":"USER_PROJECT_DENIED","domain":"googleapis.com"}]}}\
      """;

  /// What each call said of the quota project, in order.
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  private volatile String refusal = DENIED;
  private @TempDir Path folder;
  private HttpServer rest;
  private FakeIdentity identity;

  @BeforeEach
  void serve() throws IOException {
    identity = new FakeIdentity();
    rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    rest.createContext("/", this::answer);
    rest.start();
  }

  @AfterEach
  void stop() {
    rest.stop(0);
    identity.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String quota = exchange.getRequestHeaders().getFirst("x-goog-user-project");
    asked.add(String.valueOf(quota));
    byte[] body = (quota == null ? "{}" : refusal).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(quota == null ? 200 : 403, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Cloud open(Map<String, String> more) throws Exception {
    Path adc = folder.resolve("adc.json");
    Files.writeString(adc, identity.user("me"));
    String at = "http://127.0.0.1:" + rest.getAddress().getPort();
    Map<String, String> machine = new HashMap<>(more);
    machine.put("GOOGLE_APPLICATION_CREDENTIALS", adc.toString());
    machine.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_BIGQUERY", at);
    machine.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDRESOURCEMANAGER", at);
    return GoogleClouds.open(new Connection.Google("my-project", Location.GLOBAL), machine);
  }

  @Test
  void bigQueryGoesOnWithoutAndIsNotAskedAgainWithIt() throws Exception {
    try (Cloud cloud = open(Map.of())) {
      assertThat(cloud.identity().quotaProject()).contains("my-project");
      assertThat(cloud.catalog().datasets("my-project")).isEmpty();
      assertThat(asked).containsExactly("my-project", "null");
      cloud.permissions().granted("my-project", java.util.Set.of("a.b.c"));
      assertThat(asked).as("REST").containsExactly("my-project", "null", "null");
      assertThat(cloud.identity().quotaProject()).isEmpty();
    }
  }

  @Test
  void otherServicesGoOnWithoutToo() throws Exception {
    try (Cloud cloud = open(Map.of())) {
      assertThat(cloud.permissions().granted("my-project", java.util.Set.of("a.b.c"))).isEmpty();
      assertThat(asked).containsExactly("my-project", "null");
    }
  }

  @Test
  void anotherRefusalIsToldAsItIs() throws Exception {
    refusal =
        DENIED
            .replace("USER_PROJECT_DENIED", "SERVICE_DISABLED")
            .replace("Caller does", "BigQuery API has not been used; it does");
    try (Cloud cloud = open(Map.of())) {
      for (CloudException why :
          List.of(
              catchThrowableOfType(
                  CloudException.class, () -> cloud.catalog().datasets("my-project")),
              catchThrowableOfType(
                  CloudException.class,
                  () -> cloud.permissions().granted("my-project", java.util.Set.of("a.b.c"))))) {
        assertThat(why)
            .isInstanceOf(CloudException.NotAllowed.class)
            .hasMessageContaining("BigQuery API has not been used");
        assertThat(why.reason()).isEqualTo("SERVICE_DISABLED");
      }
      assertThat(asked).as("nothing is asked twice").containsExactly("my-project", "my-project");
    }
  }

  @Test
  void vertexGoesOnWithout() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Path authority = TlsFront.certify(keys);
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .directExecutor()
            .addService(
                ServerInterceptors.intercept(
                    GrpcClientsTest.lists(ListBatchPredictionJobsResponse.getDefaultInstance()),
                    new Denying()))
            .build()
            .start();
    try (TlsFront front = new TlsFront(keys, server.getPort(), "h2");
        Cloud cloud =
            open(
                Map.of(
                    "SSL_CERT_FILE",
                    authority.toString(),
                    "CLOUDSDK_API_ENDPOINT_OVERRIDES_AIPLATFORM",
                    "https://127.0.0.1:" + front.port()))) {
      assertThat(cloud.jobs().list("my-project", Location.GLOBAL, "")).isEmpty();
      assertThat(asked).containsExactly("my-project", "null");
    } finally {
      server.shutdownNow();
    }
  }

  private final class Denying implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      Optional<String> quota = Optional.ofNullable(headers.get(QUOTA));
      asked.add(quota.orElse("null"));
      if (quota.isEmpty()) {
        return next.startCall(call, headers);
      }
      var refused =
          StatusProto.toStatusRuntimeException(
              Status.newBuilder()
                  .setCode(7)
                  .setMessage("Caller does not have required permission to use project p.")
                  .addDetails(
                      Any.pack(ErrorInfo.newBuilder().setReason("USER_PROJECT_DENIED").build()))
                  .build());
      call.close(refused.getStatus(), refused.getTrailers());
      return new ServerCall.Listener<>() {};
    }
  }
}
