package dev.pollux.app;

import dev.pollux.app.start.DisplayPlatform;
import dev.pollux.cli.Version;
import dev.pollux.settings.DataDirectory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pollux`: opens the window.
@Command(
    name = "pollux",
    description = "Asks Gemini something about every row of a BigQuery table, at batch price.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class PolluxCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where everything that lasts is kept. Default: the system's own place for application data.")
  private @Nullable Path data;

  @Parameters(
      arity = "0..1",
      paramLabel = "RECIPE",
      description = "A recipe (.pollux.json) to open in the wizard.")
  private @Nullable Path recipe;

  @Override
  public Integer call() throws Exception {
    if (DisplayPlatform.present()) {
      return new WindowProcess(DataDirectory.of(Optional.ofNullable(data)))
          .open(Optional.ofNullable(recipe));
    }
    Optional<Path> tour = Optional.ofNullable(System.getProperty("pollux.tour")).map(Path::of);
    if (tour.isEmpty()) {
      System.err.println(
          "pollux: there is no display (DISPLAY is unset, or its X server does not answer)."
              + " `pollux tour DIR` does the main job without one and takes pictures.");
      return 1;
    }
    System.err.println(
        "There is no display: doing the guided tour without one instead, into " + tour.get() + ".");
    return TourCommand.tour(tour.get(), Optional.empty(), false);
  }
}
