package dev.pollux.cli;

import dev.pollux.cli.sandbox.SandboxAddress;
import dev.pollux.cli.sandbox.ServingSandbox;
import dev.pollux.settings.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which cloud a command asks, and where what lasts is kept: the options of all commands that ask a
/// cloud.
public final class ConnectionMixin {
  @Option(
      names = "--sandbox",
      paramLabel = "READY",
      converter = ServingSandbox.class,
      description =
          "A sandbox that serves already: a file that holds the line that `pollux sandbox` prints,"
              + " or the line itself. Default: the connection that was chosen last.")
  private @Nullable SandboxAddress sandbox;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything that lasts is kept. Default: the system's own place.")
  private @Nullable Path data;

  /// Where everything that lasts is kept.
  public DataDirectory directory() throws IOException {
    return DataDirectory.of(Optional.ofNullable(data));
  }

  /// Where a sandbox serves already, if one was named.
  public Optional<SandboxAddress> sandbox() {
    return Optional.ofNullable(sandbox);
  }

  /// The cloud that is asked: the sandbox that was named, else the connection that was chosen last.
  public CloudChoice choice(CommandSettings settings) {
    return sandbox()
        .<CloudChoice>map(CloudChoice.Serving::new)
        .orElseGet(() -> new CloudChoice.LastChosen(settings.connection(), settings.directory()));
  }
}
