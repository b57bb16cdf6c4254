package dev.pollux.prompt.answer;

import java.math.BigDecimal;
import java.util.Optional;

/// From where to where a number goes, or how long a text or a list is; both ends count, and an end
/// that is empty is open. The service knows its ends as 64-bit floating point numbers
/// (`google.cloud.aiplatform.v1.Schema`), and so they are rounded to one.
///
/// @param unread what a person wrote that is no range, as it was written; blank where there is none
public record Limits(Optional<BigDecimal> least, Optional<BigDecimal> most, String unread) {
  /// Anything goes.
  public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), "");

  /// @throws NumberFormatException when an end is beyond the largest floating point number
  public Limits {
    least = least.map(Limits::rounded);
    most = most.map(Limits::rounded);
  }

  private static BigDecimal rounded(BigDecimal end) {
    return new BigDecimal(Double.toString(end.doubleValue())).stripTrailingZeros();
  }

  /// From one number to another.
  public static Limits between(double least, double most) {
    return new Limits(
        Optional.of(BigDecimal.valueOf(least)), Optional.of(BigDecimal.valueOf(most)), "");
  }

  public static Limits atLeast(double least) {
    return new Limits(Optional.of(BigDecimal.valueOf(least)), Optional.empty(), "");
  }

  public static Limits atMost(double most) {
    return new Limits(Optional.empty(), Optional.of(BigDecimal.valueOf(most)), "");
  }

  /// What a person wrote that is no range.
  public static Limits unread(String text) {
    return new Limits(Optional.empty(), Optional.empty(), text);
  }

  /// Whether anything goes.
  public boolean isOpen() {
    return least.isEmpty() && most.isEmpty() && unread.isBlank();
  }

  /// Whether the smallest is above the largest.
  public boolean isUpsideDown() {
    return least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0;
  }

  /// Whether it stays at the ends or between them.
  public boolean holds(BigDecimal value) {
    return !isBelow(value) && !isAbove(value);
  }

  public boolean isBelow(BigDecimal value) {
    return least.filter(end -> value.compareTo(end) < 0).isPresent();
  }

  public boolean isAbove(BigDecimal value) {
    return most.filter(end -> value.compareTo(end) > 0).isPresent();
  }
}
