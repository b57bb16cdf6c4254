package dev.pollux.models;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/// What a model costs on a day in a place.
public sealed interface Price {
  /// Nobody wrote down a price.
  record Unknown(String model) implements Price {}

  /// @param from the day the price began; empty where the file does not say
  /// @param to its last day; empty where no end is known
  /// @param online without discount
  /// @param batch of a batch job
  /// @param cached USD for a million cached input tokens, a share of the online price: Google does
  ///   not add the discounts up
  /// @param premium a regional endpoint costs this share more, 0.1 for 10 %; 0 for none
  record Known(
      String model,
      LocalDate asOf,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Tiers online,
      Tiers batch,
      double cached,
      double premium,
      Search search)
      implements Price {
    /// The rates of a mode.
    public Tiers tiers(Mode mode) {
      return switch (mode) {
        case ONLINE -> online;
        case BATCH -> batch;
      };
    }
  }

  /// How a request is sent.
  enum Mode {
    ONLINE,
    BATCH
  }

  /// Prompts of more than `above` tokens are billed by `longer`, input and output alike.
  record Tiers(Rates normal, OptionalLong above, Rates longer) {
    public Rates of(long promptTokens) {
      return isLong(promptTokens) ? longer : normal;
    }

    public boolean isLong(long promptTokens) {
      return above.isPresent() && promptTokens > above.getAsLong();
    }
  }

  /// Grounding with Google Search: USD for a thousand queries, some free in each month.
  record Search(double per1000, double freeEachMonth) {}
}
