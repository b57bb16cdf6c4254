package dev.pollux.sandbox.gemini.request;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What is wrong with a request, in the service's words where they are known. Whatever would change
/// an answer and cannot be pretended is refused, never dropped.
public final class RequestValidation {
  private static final Set<String> ROLES = Set.of("user", "model");
  private static final Set<String> MIME =
      Set.of("", "text/plain", "application/json", "text/x.enum");
  private static final List<String> UNSUPPORTED =
      List.of(
          "responseLogprobs",
          "logprobs",
          "speechConfig",
          "routingConfig",
          "imageConfig",
          "modelConfig");
  private static final String UNABLE = "Unable to submit request because ";

  private RequestValidation() {}

  public static void check(JsonNode request, SandboxModel model) {
    contents(request.path("contents"));
    if (request.has("systemInstruction")) {
      parts(request.path("systemInstruction").path("parts"));
    }
    if (!request.path("cachedContent").asString("").isEmpty()) {
      throw new GeminiRefusal("Explicit context caching (cachedContent) is not supported.");
    }
    if (!request.path("tools").isEmpty()) {
      throw new GeminiRefusal("Tools are not supported in this sandbox.");
    }
    if (request.has("modelArmorConfig")) {
      throw new GeminiRefusal("Model Armor is not supported in this sandbox.");
    }
    config(request.path("generationConfig"), model);
  }

  public static void contents(JsonNode contents) {
    if (contents.isEmpty()) {
      throw new GeminiRefusal(UNABLE + "at least one contents field is required.");
    }
    for (JsonNode content : contents) {
      if (!ROLES.contains(content.path("role").asString(""))) {
        throw new GeminiRefusal("Please use a valid role: user, model.");
      }
      parts(content.path("parts"));
    }
  }

  private static void parts(JsonNode parts) {
    if (parts.isEmpty()) {
      throw new GeminiRefusal(
          UNABLE + "it must include at least one parts field, which describes the prompt input.");
    }
    parts.forEach(RequestValidation::part);
  }

  private static void part(JsonNode part) {
    if (part.has("functionCall") || part.has("functionResponse")) {
      throw new GeminiRefusal("Function calls are not supported in this sandbox.");
    }
    JsonNode file = part.path("fileData");
    if (file.isObject()) {
      String uri = file.path("fileUri").asString("");
      if (!uri.startsWith("gs://") && !uri.startsWith("https://")) {
        throw new GeminiRefusal("Invalid file URI: \"" + uri + "\".");
      }
      if (file.path("mimeType").asString("").isEmpty()) {
        throw new GeminiRefusal(UNABLE + "it has an empty mimeType parameter.");
      }
    } else if (!part.path("text").isString() && !part.has("inlineData")) {
      throw new GeminiRefusal(UNABLE + "it must have a text parameter.");
    } else if (part.path("text").isString() && part.path("text").asString().isEmpty()) {
      // https://github.com/deepset-ai/haystack-core-integrations/pull/1337
      throw new GeminiRefusal(
          UNABLE + "it has an empty text parameter. Add a value to the parameter and try again.");
    }
  }

  private static void config(JsonNode config, SandboxModel model) {
    for (String field : UNSUPPORTED) {
      if (config.has(field)) {
        throw new GeminiRefusal("generationConfig." + field + " is not supported in this sandbox.");
      }
    }
    for (JsonNode modality : config.path("responseModalities")) {
      if (!modality.asString("").equals("TEXT")) {
        throw new GeminiRefusal(
            "The sandbox answers in text only, not as " + modality.asString("") + ".");
      }
    }
    within(config, "temperature", 0, 2, "2.0 (inclusive)");
    within(config, "topP", 0, 1, "1.0 (inclusive)");
    within(config, "topK", 1, 64, "65 (exclusive)");
    within(config, "presencePenalty", -2, Math.nextDown(2.0), "2.0 (exclusive)");
    within(config, "frequencyPenalty", -2, Math.nextDown(2.0), "2.0 (exclusive)");
    within(config, "candidateCount", 1, 8, "9 (exclusive)");
    within(config, "maxOutputTokens", 1, GenerationConfig.MOST_TOKENS, "65537 (exclusive)");
    schema(config);
    ThoughtTokens.check(config.path("thinkingConfig"), model);
  }

  private static void schema(JsonNode config) {
    String mime = config.path("responseMimeType").asString("");
    boolean json = config.has("responseJsonSchema");
    if (!MIME.contains(mime)) {
      throw new GeminiRefusal(UNABLE + "the response mime type " + mime + " is not supported.");
    }
    if (json && config.has("responseSchema")) {
      throw new GeminiRefusal("Only one of responseSchema and responseJsonSchema can be set.");
    }
    if ((json || config.has("responseSchema")) && (mime.isEmpty() || mime.equals("text/plain"))) {
      throw new GeminiRefusal(
          "Unable to submit request because controlled generation is not supported with "
              + "response mime type text/plain; use application/json.");
    }
    if (config.has("responseSchema")) {
      ResponseSchemaRules.check(config.path("responseSchema"));
    }
  }

  private static void within(
      JsonNode config, String field, double low, double high, String highWords) {
    JsonNode value = config.path(field);
    if (!value.isMissingNode() && !(value.asDouble() >= low && value.asDouble() <= high)) {
      throw new GeminiRefusal(
          UNABLE
              + "it has a %s value of %s but the supported range is from %d (inclusive) to %s. Update the value and try again."
                  .formatted(field, value.asString(), (long) low, highWords));
    }
  }
}
