package dev.pollux.sandbox.gemini;

import dev.pollux.sandbox.gemini.request.GenerationConfig;
import dev.pollux.sandbox.gemini.text.Prompt;
import dev.pollux.sandbox.gemini.text.WordPieces;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// What a request costs before it is answered: its texts, the system instruction and the [response
/// schema](https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/capabilities/control-generated-output)
/// among them, and its files. No file is opened: each counts as one image, one page, one minute.
///
/// @param tokens by modality
record RequestTokens(Map<String, Integer> tokens) {
  private static final int IMAGE = 258;
  private static final int MINUTE_OF_SOUND = 60 * 32;
  private static final int MINUTE_OF_PICTURES = 60 * 263;

  static RequestTokens of(JsonNode request, Prompt prompt) {
    Map<String, Integer> tokens = new LinkedHashMap<>();
    String schema = GenerationConfig.of(request).schema().toString().replace('"', ' ');
    tokens.put("TEXT", WordPieces.count(prompt.everything().strip()) + WordPieces.count(schema));
    for (JsonNode content : request.path("contents")) {
      for (JsonNode part : content.path("parts")) {
        JsonNode file = part.has("fileData") ? part.path("fileData") : part.path("inlineData");
        if (file.isObject()) {
          String modality = modality(file.path("mimeType").asString(""));
          tokens.merge(modality, cost(modality), Integer::sum);
        }
      }
    }
    return new RequestTokens(tokens);
  }

  int total() {
    return tokens.values().stream().mapToInt(Integer::intValue).sum();
  }

  void details(ArrayNode into) {
    tokens.forEach(
        (modality, count) -> into.addObject().put("modality", modality).put("tokenCount", count));
  }

  private static String modality(String mimeType) {
    return switch (mimeType.replaceFirst("/.*", "")) {
      case "image" -> "IMAGE";
      case "audio" -> "AUDIO";
      case "video" -> "VIDEO";
      case "text" -> "TEXT";
      default -> "DOCUMENT";
    };
  }

  private static int cost(String modality) {
    return switch (modality) {
      case "AUDIO" -> MINUTE_OF_SOUND;
      case "VIDEO" -> MINUTE_OF_PICTURES;
      default -> IMAGE;
    };
  }
}
