package dev.pollux.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

  /// A model that the service lists and the file does not have.
  ///
  /// @throws IllegalArgumentException when its id is none
  public static ModelInfo unknown(ListedModel listed) {
    Stage stage =
        listed.stage().toUpperCase(Locale.ROOT).contains("PREVIEW")
            ? Stage.PREVIEW
            : listed.stage().equals("GA") ? Stage.GA : Stage.UNKNOWN;
    return new ModelInfo(
        GeminiModel.of(listed.id()),
        listed.id(),
        stage,
        true,
        true,
        0,
        0,
        "unknown",
        List.of(),
        Optional.empty());
  }

  /// The same, listed by the service or not.
  public ModelInfo listed(boolean isListed) {
    return new ModelInfo(
        model,
        title,
        stage,
        isListed,
        batch,
        contextTokens,
        outputTokens,
        goodFor,
        locations,
        retires);
  }
}
