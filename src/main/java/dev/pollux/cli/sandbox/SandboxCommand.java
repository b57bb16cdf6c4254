package dev.pollux.cli.sandbox;

import dev.pollux.sandbox.Sandbox;
import dev.pollux.sandbox.SandboxOptions;
import dev.pollux.sandbox.gemini.ModelUnavailable;
import dev.pollux.sandbox.gemini.OpenAiServer;
import dev.pollux.sandbox.http.ProjectCondition;
import dev.pollux.sandbox.http.ProjectConditions;
import dev.pollux.settings.DataDirectory;
import dev.pollux.settings.DirectoryInUse;
import dev.pollux.settings.FileProblem;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
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
  /// Exit code beside a window, when another process holds the data.
  public static final int IN_USE = 3;

  private static final String ALONE = "`pollux sandbox`";
  private static final String BESIDE = "The sandbox of another window";

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

  @Option(
      names = "--condition",
      paramLabel = "NAME",
      description =
          "Something that is wrong with the project, as real ones have it: signed-out,"
              + " bigquery-api-off, vertex-api-off, billing-off ... May be given several times.")
  private List<String> conditions = List.of();

  @Option(
      names = "--with-window",
      hidden = true,
      description =
          "Started by a window, which holds the data directory: ends when the standard input does.")
  private boolean withWindow;

  @Override
  public Integer call() throws Exception {
    if (speed <= 0 || !Double.isFinite(speed)) {
      System.err.println("pollux: --speed must be more than 0, and is " + speed);
      return 2;
    }
    Set<ProjectCondition> wrong = EnumSet.noneOf(ProjectCondition.class);
    try {
      conditions.forEach(name -> wrong.add(ProjectConditions.named(name)));
    } catch (IllegalArgumentException e) {
      System.err.println("pollux: --condition: " + e.getMessage());
      return 2;
    }
    try {
      Optional<String> bearer = token.value(System.getenv());
      DataDirectory directory = DataDirectory.of(Optional.ofNullable(data));
      try (AutoCloseable _ = withWindow ? () -> {} : directory.hold(ALONE);
          AutoCloseable _ =
              SandboxHold.take(directory, withWindow ? BESIDE : ALONE, SandboxHold.PATIENCE)) {
        serve(directory, bearer, wrong);
        return 0;
      }
    } catch (DirectoryInUse e) {
      System.err.println("pollux: " + e.getMessage());
      return withWindow ? IN_USE : 1;
    } catch (BindException e) {
      System.err.println(
          "pollux: a port that was asked for is taken, or may not be used ("
              + e.getMessage()
              + ")");
      return 1;
    } catch (IOException e) {
      System.err.println("pollux: " + FileProblem.of(e).sentence());
      return 1;
    } catch (ModelUnavailable e) {
      System.err.println("pollux: " + e.getMessage());
      return 1;
    }
  }

  private void serve(DataDirectory directory, Optional<String> bearer, Set<ProjectCondition> wrong)
      throws Exception {
    SandboxOptions options =
        new SandboxOptions(
            directory.sandbox(),
            port,
            grpcPort,
            bearer,
            speed,
            Clock.systemUTC(),
            Optional.ofNullable(openAi).map(url -> OpenAiServer.of(url, openAiModel)));
    // On one thread: where several log first at once, it prints that it had to replay them.
    var _ = LoggerFactory.getILoggerFactory();
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    AtomicBoolean serving = new AtomicBoolean();
    // SIGTERM runs this hook: the main thread gets the time to close the file.
    Thread hook =
        Thread.ofPlatform()
            .unstarted(() -> {
              stopped.countDown();
              awaitQuietly(closed);
            });
    Runtime.getRuntime().addShutdownHook(hook);
    if (withWindow) {
      WindowWatch.start(System.in, serving::get, stopped::countDown);
    }
    try (Sandbox sandbox = Sandbox.start(options)) {
      sandbox.conditions().set(wrong);
      serving.set(true);
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
