package dev.pollux.models;

/// USD for a million tokens. Thinking is billed as output.
public record Rates(double input, double audio, double output) {
  public static final double MILLION = 1_000_000;

  Rates times(double factor) {
    return new Rates(input * factor, audio * factor, output * factor);
  }
}
