package dev.pollux.app.start;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `pollux libraries`: whether this computer has what JavaFX draws with. The build asks before the
/// tests, which would hang without.
@Command(
    name = "libraries",
    hidden = true,
    description = "Says which libraries of the system are missing to draw with.",
    mixinStandardHelpOptions = true)
public final class LibrariesCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    try {
      SystemLibraries.ofThisComputer().check(DisplayPlatform.present());
      return 0;
    } catch (ToolkitFailure e) {
      System.err.println("pollux: " + e.getMessage());
      return ToolkitFailure.EXIT_CODE;
    }
  }
}
