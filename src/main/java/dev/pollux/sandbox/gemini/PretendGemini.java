package dev.pollux.sandbox.gemini;

import tools.jackson.databind.JsonNode;

/// x
public final class PretendGemini {
  public String generate(JsonNode request, SandboxModel model) {
    return "{\"modelVersion\":\"sandbox-" + model.id() + "\"}";
  }

  public String countTokens(JsonNode request) {
    return "{\"totalTokens\":" + request.size() + "}";
  }
}
