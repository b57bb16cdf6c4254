package dev.pollux.results.outcome;

import dev.pollux.domain.job.TokenUsage;
import tools.jackson.databind.JsonNode;

/// The tokens of a `usageMetadata`
/// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/reference/rest/v1/GenerateContentResponse#UsageMetadata).
/// They add up to the service's total: prompt, what tools brought into it, answer and thoughts; the
/// cached ones are a part of the prompt. A figure that is left out is what the total leaves for it.
public final class UsageFigures {
  /// No figure is larger, so that a sum of them can be written.
  public static final long MOST = 1_000_000_000_000L;

  private UsageFigures() {}

  static TokenUsage of(JsonNode usage) {
    long tools = tools(usage);
    long prompt = figure(usage, "promptTokenCount") + tools;
    long answer = figure(usage, "candidatesTokenCount");
    long thoughts = figure(usage, "thoughtsTokenCount");
    long rest = Math.max(0, figure(usage, "totalTokenCount") - prompt - answer - thoughts);
    if (!usage.has("thoughtsTokenCount") && usage.has("candidatesTokenCount")) {
      thoughts += rest;
    } else if (!usage.has("candidatesTokenCount") && usage.has("promptTokenCount")) {
      answer += rest;
    } else {
      prompt += rest;
    }
    long cached = Math.min(prompt, figure(usage, "cachedContentTokenCount"));
    return new TokenUsage(prompt, cached, answer, thoughts);
  }

  /// What tools brought into the prompt.
  static long tools(JsonNode usage) {
    return figure(usage, "toolUsePromptTokenCount");
  }

  /// No figure is less than none.
  private static long figure(JsonNode usage, String name) {
    JsonNode value = usage.path(name);
    boolean readable =
        value.isString()
            ? value.asString().matches("\\d{1,15}")
            : value.isIntegralNumber() && value.canConvertToLong();
    long figure = readable ? Long.parseLong(value.asString()) : 0;
    return Math.clamp(figure, 0, MOST);
  }
}
