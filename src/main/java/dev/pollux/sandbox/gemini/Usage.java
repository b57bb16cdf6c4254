package dev.pollux.sandbox.gemini;

/// What a prompt costs. A file counts as an image does.
final class Usage {
  private static final int FILE = 258;

  private Usage() {}

  static int prompt(Prompt prompt) {
    return Tokens.count(prompt.everything().strip()) + FILE * prompt.files().size();
  }
}
