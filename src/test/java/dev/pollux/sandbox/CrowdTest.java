package dev.pollux.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 64 clients at once meet no error that a correct client should not get. How fast they are served
/// is measured by [LoadBench].
class CrowdTest {
  private static final int CLIENTS = 64;

  /// Each costs threads of its own; the bench has one a client.
  private static final int CHANNELS = 8;

  @TempDir static Path directory;
  private static Sandbox sandbox;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void overRest() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      RestCrowd rest = new RestCrowd(sandbox.restUrl(), sandbox.token(), http);
      rest.table();
      Crowd crowd = Crowd.run(CLIENTS, rest::calls, turn -> turn < 5);
      assertThat(crowd.errors()).isEmpty();
      assertThat(rest.rows()).isEqualTo(crowd.good("insertAll")).isEqualTo(CLIENTS);
    }
  }

  @Test
  void overGrpc() throws Exception {
    List<GrpcCrowd> clients = new ArrayList<>();
    for (int i = 0; i < CHANNELS; i++) {
      clients.add(GrpcCrowd.open(sandbox.grpcTarget(), sandbox.token()));
    }
    Crowd crowd =
        Crowd.run(CLIENTS, number -> clients.get(number % CHANNELS).calls(), turn -> turn < 3);
    clients.forEach(GrpcCrowd::close);
    assertThat(crowd.errors()).isEmpty();
    assertThat(crowd.good("generate")).isEqualTo(CLIENTS);
  }
}
