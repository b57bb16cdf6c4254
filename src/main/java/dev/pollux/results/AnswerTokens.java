package dev.pollux.results;

/// Tokens of one answer or of many; 0 where the service does not say. `cached` are a part of
/// `prompt`. Thinking is billed as output.
public record AnswerTokens(long prompt, long cached, long answer, long thoughts) {
  public static final AnswerTokens NONE = new AnswerTokens(0, 0, 0, 0);

  /// Prompts of more tokens have prices of their own
  /// (https://cloud.google.com/vertex-ai/generative-ai/pricing).
  private static final long LONG_PROMPT = 200_000;

  public AnswerTokens plus(AnswerTokens other) {
    return new AnswerTokens(
        prompt + other.prompt,
        cached + other.cached,
        answer + other.answer,
        thoughts + other.thoughts);
  }

  /// Of one answer: whether its prompt is billed as a long one.
  public boolean isLong() {
    return prompt > LONG_PROMPT;
  }

  /// What is billed as output.
  public long output() {
    return answer + thoughts;
  }
}
