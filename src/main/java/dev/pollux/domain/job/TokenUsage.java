package dev.pollux.domain.job;

/// Tokens that were used, by one answer or by many; 0 where the service does not say. `cached` are
/// a part of `prompt`; thoughts are billed as output but not a part of `answer`
/// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/reference/rest/v1/GenerateContentResponse#UsageMetadata).
public record TokenUsage(long prompt, long cached, long answer, long thoughts) {
  public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0);

  public TokenUsage plus(TokenUsage other) {
    return new TokenUsage(
        prompt + other.prompt,
        cached + other.cached,
        answer + other.answer,
        thoughts + other.thoughts);
  }

  /// What is billed as output.
  public long output() {
    return answer + thoughts;
  }
}
