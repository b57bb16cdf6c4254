package dev.pollux.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a job will take, as far as can be known before.
///
/// @param counted rows whose requests were counted by the service
/// @param tried rows of the trial that say how long answers are; 0 without one
/// @param rows how many are asked about
/// @param input tokens of all prompts
/// @param answers tokens of all answers
/// @param thoughts tokens of thinking, billed like answers
/// @param cost empty where nobody wrote down a price
public record Estimate(
    int counted,
    int tried,
    Interval rows,
    Interval input,
    Interval answers,
    Interval thoughts,
    OutputSize.Basis basis,
    Optional<Cost> cost) {

  /// In USD.
  ///
  /// @param batch as a batch job
  /// @param online the same requests one by one
  /// @param parts of the batch price, those that are not zero
  /// @param worst if every answer were as long as the limit allows; empty without a limit
  /// @param change the first day of another price, if the job may run into it
  public record Cost(
      Interval batch,
      Interval online,
      List<Part> parts,
      OptionalDouble worst,
      Optional<LocalDate> change,
      LocalDate asOf) {
    public Cost {
      parts = List.copyOf(parts);
    }
  }

  /// One part of the price.
  public record Part(Kind kind, Interval cost) {}

  /// What a part is for.
  public enum Kind {
    INPUT,
    CACHED,
    ANSWERS,
    THOUGHTS,
    /// What long prompts cost more; the price list says from where on they are long.
    LONG_PROMPTS,
    /// What a regional endpoint costs more.
    REGIONAL,
    SEARCH
  }
}
