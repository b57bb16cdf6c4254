package dev.pollux.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/// The spending cap once more, in a file of its own: settings that are lost must not lift it. The
/// file holds the amount in USD, or `none`.
final class SpendingCapFile {
  private static final String NONE = "none";
  private final SafeFile file;
  private Optional<OptionalDouble> kept;

  SpendingCapFile(Path path) {
    file = new SafeFile(path);
    kept = file.read(SpendingCapFile::parse).usable();
  }

  Path path() {
    return file.path();
  }

  private static Optional<OptionalDouble> parse(String text) {
    if (text.strip().equals(NONE)) {
      return Optional.of(OptionalDouble.empty());
    }
    try {
      double cap = Double.parseDouble(text.strip());
      return cap >= 0 ? Optional.of(OptionalDouble.of(cap)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Empty where nobody knows: nothing was kept so far, or it cannot be read.
  Optional<OptionalDouble> kept() {
    return kept;
  }

  /// Writes it, if the file has another.
  void keep(OptionalDouble cap) throws IOException {
    if (!kept.equals(Optional.of(cap))) {
      file.write((cap.isPresent() ? Double.toString(cap.getAsDouble()) : NONE) + "\n");
      kept = Optional.of(cap);
    }
  }
}
