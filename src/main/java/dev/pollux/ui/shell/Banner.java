package dev.pollux.ui.shell;

import java.util.Optional;

/// What is said above all screens for as long as it is true.
///
/// @param grave nothing goes on before the person does something
public record Banner(String text, boolean grave, Optional<Remedy> remedy) {
  /// What the person can do about it.
  public record Remedy(String name, Runnable action) {}
}
