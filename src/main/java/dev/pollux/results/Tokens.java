package dev.pollux.results;

/// Tokens of one answer or of many; 0 where the service does not say. Thinking is billed as output.
public record Tokens(long prompt, long answer, long thoughts) {
  public static final Tokens NONE = new Tokens(0, 0, 0);

  public Tokens plus(Tokens other) {
    return new Tokens(prompt + other.prompt, answer + other.answer, thoughts + other.thoughts);
  }

  /// What is billed as output.
  public long output() {
    return answer + thoughts;
  }
}
