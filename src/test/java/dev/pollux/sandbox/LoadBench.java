package dev.pollux.sandbox;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongPredicate;

/// 64 clients against a real `pollux sandbox`: over REST, over REST again while one of them asks
/// for the worst all the time, and over gRPC, for a minute each. The worst one is to make the 99th
/// percentile of the others no more than three times as long. By hand: `java -cp …
/// dev.pollux.sandbox.LoadBench [seconds]`.
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
      // What is slow because it is new is not what is measured.
      Crowd _ = Crowd.run(CLIENTS, rest::calls, within(Math.min(10, seconds)));
      long before = rest.rows();
      Crowd crowd = Crowd.run(CLIENTS, rest::calls, within(seconds));
      System.out.println("REST, 64 clients, " + seconds + " s\n" + crowd.report());
      long rows = rest.rows() - before;
      System.out.println(rows + " rows of " + crowd.good("insertAll") + " inserts\n");
      besideTheWorst(sandbox, rest, seconds, crowd);

      List<GrpcCrowd> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(GrpcCrowd.open(sandbox.grpc(), sandbox.token()));
      }
      Crowd calls = Crowd.run(CLIENTS, number -> clients.get(number).calls(), within(seconds));
      System.out.println("gRPC, 64 clients, " + seconds + " s\n" + calls.report());
      clients.forEach(GrpcCrowd::close);
    }
  }

  private static void besideTheWorst(
      SandboxProcess sandbox, RestCrowd rest, long seconds, Crowd calm) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient();
        ExecutorService beside = Executors.newSingleThreadExecutor()) {
      WorstClient worst = new WorstClient(sandbox.rest(), sandbox.token(), http);
      LongPredicate time = within(seconds);
      Future<Crowd> asking = beside.submit(() -> Crowd.run(1, worst::calls, time));
      Crowd others = Crowd.run(CLIENTS - 1, rest::calls, time);
      System.out.println("REST, 63 clients beside the worst one\n" + others.report());
      System.out.println("the worst one\n" + asking.get().report());
      for (int percent : new int[] {50, 99}) {
        System.out.printf(
            "p%d of the others: %d ms -> %d ms, %.2f times as long%n",
            percent,
            calm.percentile(percent),
            others.percentile(percent),
            (double) others.percentile(percent) / calm.percentile(percent));
      }
      System.out.printf("memory %d MB%n%n", sandbox.residentBytes() >> 20);
    }
  }

  private static LongPredicate within(long seconds) {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    return _ -> System.nanoTime() < end;
  }
}
