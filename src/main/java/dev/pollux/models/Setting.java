package dev.pollux.models;

/// A member of generationConfig that not every model takes. The cap on output tokens is taken by
/// all of them.
public enum Setting {
  TEMPERATURE,
  TOP_P,
  TOP_K,
  SEED
}
