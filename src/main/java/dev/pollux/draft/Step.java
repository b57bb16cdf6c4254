package dev.pollux.draft;

/// What is decided one after the other when a job is prepared; each has checks of its own.
public enum Step {
  SOURCE,
  REQUESTS,
  MODEL,
  DESTINATION,
  REVIEW;

  /// The last step is its own next.
  public Step next() {
    return this == REVIEW ? REVIEW : values()[ordinal() + 1];
  }

  /// The first step is its own predecessor.
  public Step back() {
    return this == SOURCE ? SOURCE : values()[ordinal() - 1];
  }
}
