package dev.pollux.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `pollux sandbox` as a process of its own, as people start it; for tests that kill it and benches
/// that load it.
public final class SandboxProcess implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final Path errors;
  private final JsonNode ready;
  private final HttpClient client = HttpClient.newHttpClient();

  private SandboxProcess(Process process, Path errors, JsonNode ready) {
    this.process = process;
    this.errors = errors;
    this.ready = ready;
  }

  /// Starts it and waits for its line.
  public static SandboxProcess start(Path data, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.pollux.Main"));
    command.addAll(List.of("sandbox", "--data", data.toString()));
    command.addAll(List.of(more));
    Path errors = Files.createTempFile("sandbox", ".log");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the sandbox ended with " + process.exitValue() + " and said nothing");
    }
    return new SandboxProcess(process, errors, JSON.readTree(line));
  }

  /// The line that it printed.
  public String ready() {
    return ready.toString();
  }

  public String rest() {
    return ready.path("rest").asString();
  }

  public String grpc() {
    return ready.path("grpc").asString();
  }

  public String token() {
    return ready.path("token").asString();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : rest() + path))
        .header("Authorization", "Bearer " + token());
  }

  /// The answer's JSON, of an error too.
  public JsonNode json(String method, String path, String body) throws Exception {
    HttpRequest request = request(path).method(method, BodyPublishers.ofString(body)).build();
    return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
  }

  public JsonNode get(String path) throws Exception {
    return json("GET", path, "");
  }

  /// Where a resumable upload that this job describes wants its bytes.
  public String upload(String job) throws Exception {
    String path = "/upload/bigquery/v2/projects/pollux-sandbox/jobs?uploadType=resumable";
    HttpRequest request = request(path).POST(BodyPublishers.ofString(job)).build();
    return client
        .send(request, BodyHandlers.discarding())
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /// What it holds of the machine's memory; 0 where that cannot be told.
  public long residentBytes() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .sum();
  }

  /// What it wrote to standard error: what broke inside it, with its traces.
  public String errors() throws IOException {
    return Files.readString(errors);
  }

  /// kill -9.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// SIGTERM, and whether it has ended in time.
  public boolean endsWithin(long seconds) throws InterruptedException {
    process.destroy();
    return process.waitFor(seconds, java.util.concurrent.TimeUnit.SECONDS);
  }

  /// SIGTERM.
  @Override
  public void close() {
    client.close();
    process.destroy();
    process.onExit().join();
    errors.toFile().delete();
  }
}
