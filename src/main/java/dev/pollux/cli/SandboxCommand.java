package dev.pollux.cli;

import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.sandbox.gemini.ModelUnavailable;
import dev.pollux.sandbox.gemini.OpenAiServer;
import dev.pollux.settings.DataDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `pollux sandbox`: serves the sandbox alone. When it is ready it prints one line of JSON.
@Command(
    name = "sandbox",
    description = "Serves the sandbox alone, on 127.0.0.1, for any Google client.",
    mixinStandardHelpOptions = true)
public final class SandboxCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N", description = "Port of the REST door. Default: any.")
  private int port;

  @Option(
      names = "--grpc-port",
      paramLabel = "N",
      description = "Port of the gRPC door. Default: any.")
  private int grpcPort;

  @Mixin private final TokenOptions token = new TokenOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where its data is kept. Default: the system's own place.")
  private @Nullable Path data;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "How many times faster than usual the clock of its jobs goes. Default: 1.",
      defaultValue = "1")
  private double speed;

  @Option(
      names = "--openai",
      paramLabel = "URL",
      description =
          "Who answers prompts instead of the pretend Gemini: a server with OpenAI's chat API, as"
              + " in http://127.0.0.1:11434/v1.")
  private @Nullable URI openAi;

  @Option(
      names = "--openai-model",
      paramLabel = "NAME",
      description = "Its model. Default: the first that it lists.",
      defaultValue = "")
  private String openAiModel = "";

  @Override
  public Integer call() throws Exception {
    if (speed <= 0 || !Double.isFinite(speed)) {
      System.err.println("pollux: --speed must be more than 0, and is " + speed);
      return 2;
    }
    try {
      Optional<String> bearer = token.value(System.getenv());
      DataDirectory directory = DataDirectory.of(Optional.ofNullable(data));
      try (AutoCloseable _ = directory.hold("`pollux sandbox`")) {
        serve(directory, bearer);
        return 0;
      }
    } catch (IOException | ModelUnavailable e) {
      System.err.println("pollux: " + e.getMessage());
      return 1;
    }
  }

  private void serve(DataDirectory directory, Optional<String> bearer) throws Exception {
    SandboxOptions options =
        new SandboxOptions(
            directory.sandbox(),
            port,
            grpcPort,
            bearer,
            speed,
            Clock.systemUTC(),
            Optional.ofNullable(openAi).map(url -> OpenAiServer.of(url, openAiModel)));
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    // SIGTERM runs this hook: the main thread gets the time to close the file.
    Thread hook =
        Thread.ofPlatform()
            .unstarted(() -> {
              stopped.countDown();
              awaitQuietly(closed);
            });
    Runtime.getRuntime().addShutdownHook(hook);
    try (Sandbox sandbox = Sandbox.start(options)) {
      System.out.println(JsonMapper.shared().writeValueAsString(ready(sandbox)));
      stopped.await();
    } finally {
      closed.countDown();
    }
  }

  private static Map<String, String> ready(Sandbox sandbox) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("rest", sandbox.restUrl());
    line.put("grpc", sandbox.grpcTarget());
    line.put("token", sandbox.token());
    line.put("project", sandbox.project());
    return line;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
