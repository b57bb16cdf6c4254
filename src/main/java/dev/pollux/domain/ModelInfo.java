package dev.pollux.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is known of a model, from the bundled file joined with what the service lists. Token counts
/// are 0 where unknown. `goodFor` is a key of the word list, never shown as it is.
public record ModelInfo(
    GeminiModel model,
    String title,
    Stage stage,
    boolean listed,
    boolean batch,
    int contextTokens,
    int outputTokens,
    String goodFor,
    List<Location> locations,
    Optional<LocalDate> retires) {
  public enum Stage {
    GA,
    PREVIEW,
    RETIRING,
    RETIRED,
    UNKNOWN
  }

  public ModelInfo {
    locations = List.copyOf(locations);
  }
}
