package dev.pollux.sandbox.gemini.request;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How long the model pretends to think: by `thinkingLevel`, or by `thinkingBudget` for the older
/// generation. It costs output tokens, as it does in the service.
///
/// @param tokens spent on thoughts
/// @param shown whether the thoughts are a part of the answer
public record ThoughtTokens(int tokens, boolean shown) {
  /// The thinking level `XHIGH` as a number: it is younger than the published protos
  /// (https://vercel.com/changelog/gemini-4-hydrogen-now-available-on-ai-gateway), whose last level
  /// is 4.
  public static final int XHIGH = 5;

  private static final int DYNAMIC = -1;

  public static ThoughtTokens of(JsonNode request, SandboxModel model, int seed) {
    JsonNode config = request.path("generationConfig").path("thinkingConfig");
    boolean shown = config.path("includeThoughts").asBoolean(false);
    int spread = Math.floorMod(seed, 60);
    if (config.has("thinkingLevel")) {
      return new ThoughtTokens(
          switch (level(config)) {
            case "MINIMAL" -> 1 + spread / 10;
            case "LOW" -> 16 + spread / 2;
            case "MEDIUM" -> 60 + spread;
            case "XHIGH" -> 400 + 6 * spread;
            default -> 160 + 3 * spread;
          },
          shown);
    }
    int budget = config.path("thinkingBudget").asInt(model.thinks() ? DYNAMIC : 0);
    int wanted = 40 + spread;
    return new ThoughtTokens(
        budget == DYNAMIC ? wanted : Math.min(budget, wanted + budget / 32), shown);
  }

  /// @throws GeminiRefusal when the model does not know what was asked of it
  static void check(JsonNode config, SandboxModel model) {
    boolean budget = config.has("thinkingBudget");
    if (config.has("thinkingLevel")) {
      if (model.levels().isEmpty()) {
        throw new GeminiRefusal("Thinking level is not supported for this model.");
      }
      if (budget) {
        throw new GeminiRefusal("You can only set only one of thinking budget and thinking level.");
      }
      if (!model.levels().contains(level(config))) {
        throw new GeminiRefusal(
            "Thinking level " + level(config) + " is not supported for this model.");
      }
    }
    if (budget) {
      budget(config.path("thinkingBudget").asInt(), model);
    }
  }

  private static void budget(int tokens, SandboxModel model) {
    Optional<SandboxModel.ThoughtRange> range = model.budget();
    if (range.isEmpty()) {
      // The generation with levels takes budgets too.
      if (model.levels().isEmpty()) {
        throw new GeminiRefusal(
            "Unable to submit request because thinking is not supported by this model.");
      }
    } else if (tokens == 0 && !range.get().canDisable()) {
      throw new GeminiRefusal(
          "Unable to submit request because Thinking can't be disabled for this model.");
    } else if (tokens != 0
        && tokens != DYNAMIC
        && (tokens < range.get().min() || tokens > range.get().max())) {
      // https://github.com/su-kaka/gcli2api/issues/108
      throw new GeminiRefusal(
          "thinking_budget is out of range; supported values are integers from "
              + range.get().min()
              + " to "
              + range.get().max()
              + ".");
    }
  }

  private static String level(JsonNode config) {
    JsonNode level = config.path("thinkingLevel");
    return level.asInt(0) == XHIGH ? "XHIGH" : level.asString("");
  }
}
