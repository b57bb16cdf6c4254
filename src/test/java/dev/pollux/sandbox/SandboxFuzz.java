package dev.pollux.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks the sandbox what nobody would ask. Each request is to be answered in time, not with an
/// error of the sandbox's own, and not with words of what it is made of.
///
/// By hand: `java -cp … dev.pollux.sandbox.SandboxFuzz [seconds] [seed]`, against a sandbox of its
/// own; a find is printed with its request, and the same seed asks the same again.
final class SandboxFuzz {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// DuckDB's words for its errors, Java's names, traces and pages of its server.
  private static final Pattern INNER_WORDS =
      Pattern.compile(
          "(?i)duckdb|(Binder|Catalog|Parser|Conversion|Constraint|Invalid Input|Out of Memory) Error"
              + "|java\\.(lang|util|io|sql)|dev\\.pollux|Exception\\b|<html|\\brows\\.t[0-9]|tools\\.jackson");

  private final String url;
  private final String token;
  private final HttpClient http;
  private final List<String> finds = new ArrayList<>();
  private long asked;

  SandboxFuzz(String url, String token, HttpClient http) {
    this.url = url;
    this.token = token;
    this.http = http;
  }

  /// Asks for a time, always the same for a seed.
  void run(long seed, Duration time) throws InterruptedException {
    FuzzedRequests requests = new FuzzedRequests(new Random(seed));
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      ask(requests.next());
    }
  }

  private void ask(FuzzedRequests.Fuzzed fuzzed) throws InterruptedException {
    asked++;
    try {
      if (isUri(fuzzed.path())) {
        var answer = http.send(request(fuzzed), BodyHandlers.ofString());
        judge(fuzzed, answer.statusCode(), answer.body());
      } else {
        String answer =
            RawHttp.send(
                url, RawHttp.request(fuzzed.method(), fuzzed.path(), token, fuzzed.body()));
        judge(fuzzed, RawHttp.status(answer), RawHttp.body(answer));
      }
    } catch (IOException | RuntimeException e) {
      find(fuzzed, e.toString());
    }
  }

  /// Java's client sends no other path.
  private static boolean isUri(String path) {
    try {
      return !URI.create("http://x" + path).getRawPath().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private HttpRequest request(FuzzedRequests.Fuzzed fuzzed) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + fuzzed.path()))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .method(fuzzed.method(), BodyPublishers.ofString(fuzzed.body()));
    for (int i = 0; i < fuzzed.headers().size(); i += 2) {
      request.setHeader(fuzzed.headers().get(i), fuzzed.headers().get(i + 1));
    }
    return request.build();
  }

  private void judge(FuzzedRequests.Fuzzed fuzzed, int status, String body) {
    Matcher inner = INNER_WORDS.matcher(echoless(body, fuzzed.body()));
    if (status == 500) {
      find(fuzzed, body);
    } else if (status >= 400 && inner.find()) {
      find(fuzzed, inner.group() + " in " + body);
    } else if (status >= 400 && !body.startsWith("{") && !body.isEmpty()) {
      find(fuzzed, "no JSON: " + body);
    }
  }

  /// What the answer says beyond what was sent to it.
  private static String echoless(String answer, String sent) {
    return sent.isEmpty() ? answer : answer.replace(sent, "");
  }

  private void find(FuzzedRequests.Fuzzed fuzzed, String what) {
    String body = fuzzed.body();
    finds.add(
        what.replaceAll("\\s+", " ")
            + "\n  of "
            + fuzzed.method()
            + " "
            + fuzzed.path()
            + " "
            + fuzzed.headers()
            + " "
            + body.substring(0, Math.min(body.length(), 3000)));
  }

  long asked() {
    return asked;
  }

  List<String> finds() {
    return List.copyOf(finds);
  }

  /// Runs with a fixed seed and a random one, half of the time each.
  public static void main(String[] arguments) throws Exception {
    long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 600;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
    Path data = Files.createTempDirectory("sandbox-fuzz");
    try (SandboxProcess sandbox = SandboxProcess.start(data);
        HttpClient http = HttpClient.newHttpClient()) {
      for (long one : new long[] {9, seed}) {
        SandboxFuzz fuzz = new SandboxFuzz(sandbox.rest(), sandbox.token(), http);
        long before = sandbox.residentBytes();
        fuzz.run(one, Duration.ofSeconds(seconds / 2));
        System.out.printf(
            "seed %d: %d requests, %d finds, memory %d MB -> %d MB%n",
            one, fuzz.asked(), fuzz.finds().size(), before >> 20, sandbox.residentBytes() >> 20);
        fuzz.finds().stream().distinct().limit(100).forEach(System.out::println);
      }
      System.out.println(sandbox.errors());
    }
  }
}
