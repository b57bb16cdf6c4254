package dev.pollux.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;

/// Clients that all call at once, each in a thread of its own, one call after the other.
final class Crowd {
  /// What a client may do.
  record Call(String name, Body body) {
    /// Throws if the answer is not the right one.
    @FunctionalInterface
    interface Body {
      void run(long turn) throws Exception;
    }
  }

  private record Done(String name, long nanos, String error) {}

  private final Queue<Done> done = new ConcurrentLinkedQueue<>();

  private Crowd() {}

  /// Lets every client go through its calls again and again.
  ///
  /// @param calls of the client with a number
  /// @param goOn whether a client begins with this turn
  static Crowd run(int clients, IntFunction<List<Call>> calls, LongPredicate goOn)
      throws Exception {
    Crowd crowd = new Crowd();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> all = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int number = client;
        all.add(threads.submit(() -> crowd.client(number, calls.apply(number), goOn)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return crowd;
  }

  private void client(int number, List<Call> calls, LongPredicate goOn) {
    for (long turn = 0; goOn.test(turn); turn++) {
      Call call = calls.get((int) ((turn + number) % calls.size()));
      long from = System.nanoTime();
      String error = "";
      try {
        call.body().run(turn);
      } catch (Exception | AssertionError e) {
        error = call.name() + ": " + e;
      }
      done.add(new Done(call.name(), System.nanoTime() - from, error));
    }
  }

  /// How many calls of a name were answered well.
  long good(String name) {
    return done.stream().filter(d -> d.name().equals(name) && d.error().isEmpty()).count();
  }

  List<String> errors() {
    return done.stream().map(Done::error).filter(error -> !error.isEmpty()).distinct().toList();
  }

  /// A line for each kind of call: count, errors, median, 99th percentile and longest.
  String report() {
    Map<String, List<Done>> byName = new TreeMap<>();
    done.forEach(d -> byName.computeIfAbsent(d.name(), _ -> new ArrayList<>()).add(d));
    byName.put("all", List.copyOf(done));
    StringBuilder out = new StringBuilder();
    byName.forEach((name, calls) -> {
      long[] millis = calls.stream().mapToLong(d -> d.nanos() / 1_000_000).sorted().toArray();
      long errors = calls.stream().filter(d -> !d.error().isEmpty()).count();
      out.append(
          "%-16s %7d calls %4d errors   p50 %5d ms   p99 %5d ms   max %5d ms%n"
              .formatted(
                  name, millis.length, errors, at(millis, 50), at(millis, 99), at(millis, 100)));
    });
    errors().stream().limit(5).forEach(error -> out.append(error).append('\n'));
    return out.toString();
  }

  /// Of all calls, in milliseconds: the time that so many of a hundred took at most.
  long percentile(int percent) {
    return at(done.stream().mapToLong(d -> d.nanos() / 1_000_000).sorted().toArray(), percent);
  }

  private static long at(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1L) * percent / 100)];
  }
}
