package dev.pollux.app;

import dev.pollux.app.start.DisplayPlatform;
import dev.pollux.app.start.FxToolkit;
import dev.pollux.app.start.ToolkitFailure;
import dev.pollux.app.tour.TourPast;
import dev.pollux.settings.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `pollux tour DIR`: does the main job by itself and takes pictures.
@Command(
    name = "tour",
    description = "Does the main job by itself, with no display, and takes pictures.",
    mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Where the pictures and tour.json are put.")
  private @Nullable Path target;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the data is kept. Default: a fresh place, deleted afterwards.")
  private @Nullable Path data;

  @Option(
      names = "--inside",
      hidden = true,
      description = "Runs the sandbox in this process, so that one cache learns all classes.")
  private boolean inside;

  @Option(
      names = "--only-start",
      hidden = true,
      description = "Says `usable` when it is, and stays as it is until the standard input ends.")
  private boolean onlyStart;

  @Override
  public Integer call() throws Exception {
    if (onlyStart) {
      DisplayPlatform.drawInMemory();
      return new WindowProcess(DataDirectory.of(Optional.ofNullable(data)), inside)
          .start(() -> Objects.requireNonNull(spec).commandLine().getOut().println("usable"));
    }
    return tour(Objects.requireNonNull(target), Optional.ofNullable(data), inside);
  }

  /// @return the exit code: 0 when every step went well
  static int tour(Path target, Optional<Path> data, boolean inside) throws Exception {
    DisplayPlatform.drawInMemory();
    if (data.isPresent()) {
      return new WindowProcess(DataDirectory.of(data), inside).tour(target, TourPast.Made.NONE);
    }
    try {
      // The jobs of earlier days take long to make.
      FxToolkit.requireLibraries();
    } catch (ToolkitFailure e) {
      System.err.println("pollux: " + e.getMessage());
      return ToolkitFailure.EXIT_CODE;
    }
    Path fresh = Files.createTempDirectory("pollux-tour");
    try {
      TourPast.Made past = TourPast.make(fresh);
      return new WindowProcess(DataDirectory.of(Optional.of(fresh)), inside).tour(target, past);
    } finally {
      deleteAll(fresh);
    }
  }

  private static void deleteAll(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).forEach(TourCommand::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
