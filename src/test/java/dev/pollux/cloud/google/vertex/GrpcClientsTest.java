package dev.pollux.cloud.google.vertex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.core.BackgroundResource;
import com.google.cloud.aiplatform.v1.BatchPredictionJob;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsRequest;
import com.google.cloud.aiplatform.v1.ListBatchPredictionJobsResponse;
import dev.pollux.cloud.BatchJobs.ListAnswer;
import dev.pollux.cloud.Cloud;
import dev.pollux.cloud.CloudException;
import dev.pollux.cloud.google.GoogleCloud;
import dev.pollux.cloud.google.client.ClientOptions;
import dev.pollux.cloud.google.client.Endpoints;
import dev.pollux.cloud.google.client.Timeouts;
import dev.pollux.cloud.google.credentials.CredentialsFile;
import dev.pollux.domain.Location;
import dev.pollux.domain.connection.Connection;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class GrpcClientsTest {
  private static final Endpoints NOWHERE =
      new Endpoints.Sandbox(URI.create("http://127.0.0.1:1"), "127.0.0.1:1", "secret");

  private static ClientOptions options() throws CloudException {
    ClientOptions options =
        new ClientOptions(
            new Connection.Sandbox("pollux", Location.US_CENTRAL1),
            Timeouts.USUAL,
            CredentialsFile.Variables.SYSTEM);
    options.connect(NOWHERE);
    return options;
  }

  @RepeatedTest(20)
  void aClientThatNobodyWaitsForAnyMoreIsClosed() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<Exception> thrown = new AtomicReference<>();
    GrpcClients<BackgroundResource> clients =
        new GrpcClients<>(
            options(),
            _ -> {
              opening.countDown();
              awaitUninterruptibly(go);
              return new Client(closed);
            });
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                clients.at(Location.US_CENTRAL1);
              } catch (CloudException e) {
                thrown.set(e);
              }
            });
    opening.await();
    caller.interrupt();
    caller.join();
    go.countDown();

    assertThat(closed.await(10, TimeUnit.SECONDS)).as("the client was closed").isTrue();
    assertThat(thrown.get()).isInstanceOf(CloudException.Unavailable.class);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aClosedConnectionSendsNothing() throws Exception {
    GrpcClients<BackgroundResource> clients =
        new GrpcClients<>(options(), _ -> new Client(new CountDownLatch(1)));
    clients.close();

    assertThatThrownBy(() -> clients.at(Location.US_CENTRAL1))
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.leftNothing()).isTrue());
  }

  /// The server answers only when all were asked: one after the other, each would wait in vain.
  @Test
  void locationsAreAskedAtOnce() throws Exception {
    Map<Location, String> filters = new LinkedHashMap<>();
    List.of("us-central1", "global", "europe-west4", "asia-east1", "us-east5")
        .forEach(id -> filters.put(new Location(id), ""));
    CountDownLatch all = new CountDownLatch(filters.size());
    ExecutorService threads = Executors.newCachedThreadPool();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .executor(threads)
            .addService(lists(all))
            .build()
            .start();
    try (Cloud cloud =
        GoogleCloud.open(
            new Connection.Sandbox("pollux", Location.US_CENTRAL1),
            new Endpoints.Sandbox(
                URI.create("http://127.0.0.1:1"), "127.0.0.1:" + server.getPort(), "secret"))) {
      Map<Location, ListAnswer> answers = cloud.jobs().list("pollux", filters);

      assertThat(answers.keySet()).containsExactlyElementsOf(filters.keySet());
      assertThat(answers.values())
          .allSatisfy(answer ->
              assertThat(answer)
                  .as("a job that makes no sense hides nothing")
                  .isInstanceOfSatisfying(
                      ListAnswer.Listed.class, listed -> assertThat(listed.jobs()).hasSize(1)));
    } finally {
      server.shutdownNow();
      threads.shutdownNow();
    }
  }

  private static ServerServiceDefinition lists(CountDownLatch all) {
    BatchPredictionJob good =
        BatchPredictionJob.newBuilder()
            .setName("projects/1/locations/us-central1/batchPredictionJobs/7")
            .build();
    BatchPredictionJob odd = BatchPredictionJob.newBuilder().setName("what?").build();
    return lists(
        ListBatchPredictionJobsResponse.newBuilder()
            .addBatchPredictionJobs(odd)
            .addBatchPredictionJobs(good)
            .build(),
        all);
  }

  /// A service of jobs that lists the same to everybody.
  static ServerServiceDefinition lists(ListBatchPredictionJobsResponse answer) {
    return lists(answer, new CountDownLatch(0));
  }

  private static ServerServiceDefinition lists(
      ListBatchPredictionJobsResponse answer, CountDownLatch all) {
    String service = "google.cloud.aiplatform.v1.JobService";
    return ServerServiceDefinition.builder(service)
        .addMethod(
            MethodDescriptor
                .<ListBatchPredictionJobsRequest, ListBatchPredictionJobsResponse>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(service + "/ListBatchPredictionJobs")
                .setRequestMarshaller(
                    ProtoUtils.marshaller(ListBatchPredictionJobsRequest.getDefaultInstance()))
                .setResponseMarshaller(
                    ProtoUtils.marshaller(ListBatchPredictionJobsResponse.getDefaultInstance()))
                .build(),
            ServerCalls.asyncUnaryCall((_, observer) -> {
              all.countDown();
              try {
                all.await();
              } catch (InterruptedException e) {
                return;
              }
              observer.onNext(answer);
              observer.onCompleted();
            }))
        .build();
  }

  /// A client that says when it is closed.
  private record Client(CountDownLatch closed) implements BackgroundResource {
    @Override
    public void shutdown() {
      closed.countDown();
    }

    @Override
    public void shutdownNow() {
      closed.countDown();
    }

    @Override
    public boolean isShutdown() {
      return closed.getCount() == 0;
    }

    @Override
    public boolean isTerminated() {
      return isShutdown();
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
      return true;
    }

    @Override
    public void close() {
      shutdown();
    }
  }
}
