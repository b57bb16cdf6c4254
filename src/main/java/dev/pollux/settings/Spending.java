package dev.pollux.settings;

import java.util.OptionalDouble;

/// What a job may cost, in USD: beyond `askAbove` the person is asked, beyond `cap` it is not sent.
/// A query that reads more than `queryGigabytes` is not run unasked.
public record Spending(double askAbove, OptionalDouble cap, double queryGigabytes) {
  public Spending {
    if (!(askAbove >= 0 && cap.orElse(0) >= 0 && queryGigabytes >= 0)) {
      throw new IllegalArgumentException("not an amount: " + askAbove + ", " + cap);
    }
  }

  public Spending withCap(OptionalDouble other) {
    return new Spending(askAbove, other, queryGigabytes);
  }
}
