package dev.pollux;

import dev.pollux.app.CommandFactory;
import dev.pollux.app.PolluxCommandLine;
import dev.pollux.app.log.FilteredErrors;
import dev.pollux.cloud.google.client.SystemNetwork;
import dev.pollux.settings.FileProblem;
import java.io.IOException;
import java.util.logging.Logger;
import picocli.CommandLine;

/// The only `main`. Not a subclass of Application: with JavaFX on the class path the JVM refuses
/// such a main class.
public final class Main {
  // A strong reference: java.util.logging keeps loggers weakly.
  private static final Logger FX_LOG = Logger.getLogger("javafx");

  private Main() {}

  public static void main(String[] args) {
    FX_LOG.setFilter(r -> !String.valueOf(r.getMessage()).startsWith("Unsupported JavaFX config"));
    System.setErr(new FilteredErrors(System.err));
    SystemNetwork.use();
    System.exit(
        PolluxCommandLine.of(new CommandFactory(), args)
            .setExecutionExceptionHandler((failure, _, _) -> failed(failure))
            .execute(args));
  }

  /// A file or folder that cannot be used is said in a sentence; all else is a fault of ours.
  private static int failed(Exception failure) throws Exception {
    if (failure instanceof IOException file) {
      System.err.println("pollux: " + FileProblem.of(file).sentence());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }
}
