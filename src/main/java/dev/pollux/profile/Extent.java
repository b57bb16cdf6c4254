package dev.pollux.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/// From where to where the values of a column go, those that are no number (NaN) apart.
///
/// @param least as a prompt has it, no digit rounded
/// @param most as a prompt has it, no digit rounded
/// @param mean to twelve digits; empty where the values are dates or times
public record Extent(String least, String most, OptionalDouble mean) {
  private static final MathContext DIGITS = new MathContext(12);

  public Extent {
    if (mean.isPresent() && Double.isFinite(mean.getAsDouble())) {
      mean = OptionalDouble.of(new BigDecimal(mean.getAsDouble()).round(DIGITS).doubleValue());
    }
  }
}
