package dev.pollux.ui.wizard;

/// The five steps, in order.
enum Step {
  SOURCE,
  REQUESTS,
  MODEL,
  DESTINATION,
  REVIEW;

  Step next() {
    return values()[Math.min(ordinal() + 1, values().length - 1)];
  }

  Step back() {
    return values()[Math.max(ordinal() - 1, 0)];
  }
}
