package dev.pollux.app.tour;

import dev.pollux.settings.DataDirectory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `pollux tour-past --data DIR`: puts the jobs of earlier days where a tour begins. In a process of
/// its own, so that the tour's window starts as cold as any.
@Command(name = "tour-past", hidden = true, description = "Makes jobs of earlier days for a tour.")
public final class TourPast implements Callable<Integer> {
  @Option(names = "--data", required = true, paramLabel = "DIR")
  private @Nullable Path data;

  @Override
  public Integer call() throws Exception {
    TourRuns.make(DataDirectory.of(Optional.of(Objects.requireNonNull(data))));
    return 0;
  }
}
