package dev.pollux.sandbox;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/// 64 clients against a real `pollux sandbox`, first over REST, then over gRPC, for a minute each.
/// By hand: `java -cp … dev.pollux.sandbox.LoadBench [seconds]`.
public final class LoadBench {
  private static final int CLIENTS = 64;

  private LoadBench() {}

  public static void main(String[] arguments) throws Exception {
    long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 60;
    Path data = Files.createTempDirectory("load-bench");
    try (SandboxProcess sandbox = SandboxProcess.start(data);
        HttpClient http = HttpClient.newHttpClient()) {
      RestCrowd rest = new RestCrowd(sandbox.rest(), sandbox.token(), http);
      rest.table();
      Crowd crowd = Crowd.run(CLIENTS, rest::calls, within(seconds));
      System.out.println("REST, 64 clients, " + seconds + " s\n" + crowd.report());
      long rows = rest.rows();
      System.out.println(rows + " rows of " + crowd.good("insertAll") + " inserts\n");

      List<GrpcCrowd> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(GrpcCrowd.open(sandbox.grpc(), sandbox.token()));
      }
      Crowd calls = Crowd.run(CLIENTS, number -> clients.get(number).calls(), within(seconds));
      System.out.println("gRPC, 64 clients, " + seconds + " s\n" + calls.report());
      clients.forEach(GrpcCrowd::close);
    }
  }

  private static LongPredicate within(long seconds) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    return _ -> System.nanoTime() < end;
  }
}
