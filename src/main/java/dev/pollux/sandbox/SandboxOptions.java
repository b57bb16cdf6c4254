package dev.pollux.sandbox;

import dev.pollux.sandbox.gemini.OpenAiServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// How a sandbox is started.
///
/// @param data where its file lies; made if needed
/// @param restPort port of the REST door, 0 for any
/// @param grpcPort port of the gRPC door, 0 for any
/// @param token what callers must show; a random one if empty
/// @param speed how many times faster than the clock its jobs' time runs; 1 is the default
/// @param clock the time
/// @param local who answers prompts instead of the pretend model
public record SandboxOptions(
    Path data,
    int restPort,
    int grpcPort,
    Optional<String> token,
    double speed,
    InstantSource clock,
    Optional<OpenAiServer> local) {

  /// With the pretend model alone.
  public SandboxOptions(
      Path data,
      int restPort,
      int grpcPort,
      Optional<String> token,
      double speed,
      InstantSource clock) {
    this(data, restPort, grpcPort, token, speed, clock, Optional.empty());
  }

  /// Any ports, a random token, the default speed.
  public static SandboxOptions at(Path data, InstantSource clock) {
    return new SandboxOptions(data, 0, 0, Optional.empty(), 1, clock);
  }
}
