package dev.pollux.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Another process holds the data. The message says so to a person at a terminal.
public final class DirectoryInUse extends IOException {
  private static final long serialVersionUID = 1L;

  DirectoryInUse(Path root, Optional<DirectoryHolder> holder) {
    super(
        holder.map(DirectoryHolder::what).orElse("Another Pollux")
            + " is using the data in "
            + root
            + holder.map(h -> " (process " + h.process() + ")").orElse("")
            + ". Close it, or choose another place with --data DIR.");
  }
}
