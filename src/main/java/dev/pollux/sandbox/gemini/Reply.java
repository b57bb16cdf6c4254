package dev.pollux.sandbox.gemini;

import dev.pollux.sandbox.gemini.request.ThoughtTokens;
import dev.pollux.sandbox.gemini.text.WordPieces;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A GenerateContentResponse that is being written.
final class Reply {
  private final ObjectNode json;
  private final String version;
  private final RequestTokens prompt;
  private int answered;
  private int thoughts;

  /// @param version of the model, without the prefix that marks it as simulated
  Reply(ObjectNode json, String version, RequestTokens prompt) {
    this.json = json;
    this.version = version;
    this.prompt = prompt;
  }

  /// @param stopped the finish reason of an answer that was stopped, or empty
  void candidate(int index, ModelAnswer answer, String stopped, ThoughtTokens thinking) {
    int tokens = stopped.isEmpty() ? WordPieces.count(answer.text()) : 0;
    answered += tokens;
    thoughts += answer.thoughts();
    ObjectNode candidate = json.withArray("candidates").addObject();
    ObjectNode content = candidate.putObject("content").put("role", "model");
    // An answer that had no tokens left after its thoughts has no parts at all.
    if (stopped.isEmpty() && !(answer.text() + answer.thought()).isEmpty()) {
      ArrayNode parts = content.putArray("parts");
      if (thinking.shown() && !answer.thought().isEmpty()) {
        parts.addObject().put("text", answer.thought()).put("thought", true);
      }
      if (!answer.text().isEmpty()) {
        parts.addObject().put("text", answer.text());
      }
      candidate.put("avgLogprobs", -(1 + Math.floorMod(answer.text().hashCode(), 40)) / 100.0);
    }
    candidate.put("finishReason", stopped.isEmpty() ? answer.finishReason() : stopped);
    if (index > 0) {
      candidate.put("index", index);
    }
  }

  String blocked(int seed) {
    json.putObject("promptFeedback")
        .put("blockReason", "SAFETY")
        .put("blockReasonMessage", "The prompt was blocked (simulated).");
    return finished(seed);
  }

  String finished(int seed) {
    ObjectNode usage = json.putObject("usageMetadata").put("promptTokenCount", prompt.total());
    if (answered > 0) {
      usage.put("candidatesTokenCount", answered);
    }
    if (thoughts > 0) {
      usage.put("thoughtsTokenCount", thoughts);
    }
    usage.put("totalTokenCount", prompt.total() + answered + thoughts);
    prompt.details(usage.putArray("promptTokensDetails"));
    return json.put("modelVersion", "sandbox-" + version)
        .put("responseId", "sandbox-" + Integer.toHexString(seed))
        .toString();
  }
}
