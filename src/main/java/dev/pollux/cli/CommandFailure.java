package dev.pollux.cli;

/// Why a command ends with 1; the message is a sentence for people.
final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }
}
