package dev.pollux.cli;

/// Why a command ends with 1; the message is a sentence for people.
public final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message what the person reads
  public CommandFailure(String message) {
    super(message);
  }
}
