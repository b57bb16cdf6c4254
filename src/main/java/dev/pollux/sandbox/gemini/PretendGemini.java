package dev.pollux.sandbox.gemini;

import dev.pollux.sandbox.gemini.answer.FreeText;
import dev.pollux.sandbox.gemini.answer.SchemaAnswer;
import dev.pollux.sandbox.gemini.request.GeminiRefusal;
import dev.pollux.sandbox.gemini.request.GenerationConfig;
import dev.pollux.sandbox.gemini.request.RequestValidation;
import dev.pollux.sandbox.gemini.request.SandboxModel;
import dev.pollux.sandbox.gemini.request.ThoughtTokens;
import dev.pollux.sandbox.gemini.text.Choices;
import dev.pollux.sandbox.gemini.text.Lexicon;
import dev.pollux.sandbox.gemini.text.Prompt;
import dev.pollux.sandbox.gemini.text.SourceText;
import dev.pollux.sandbox.gemini.text.WordPieces;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers a GenerateContentRequest (JSON, camelCase) with a GenerateContentResponse. The same
/// request always gets the same answer.
public final class PretendGemini {
  /// In a prompt: the prompt is blocked.
  public static final String BLOCK_PROMPT = "sandbox:block-prompt";

  /// In a prompt: the answer is stopped for safety.
  public static final String BLOCK_ANSWER = "sandbox:block-answer";

  /// In a prompt: the answer is stopped for recitation.
  public static final String RECITE = "sandbox:recitation";

  private static final int VOCABULARY = 262_144;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Lexicon lexicon = Lexicon.bundled();
  private final Choices choices = new Choices(lexicon);
  private final FreeText freeText = new FreeText(choices);

  private final Optional<OpenAiServer> local;

  /// The pretend model alone.
  public PretendGemini() {
    this(Optional.empty());
  }

  /// @param local who writes the answers; the pretend model itself if empty
  public PretendGemini(Optional<OpenAiServer> local) {
    this.local = local;
  }

  /// @throws GeminiRefusal when the request is wrong
  /// @throws ModelUnavailable when the local model does not answer
  public String generate(JsonNode request, SandboxModel model) {
    RequestValidation.check(request, model);
    Prompt prompt = Prompt.of(request);
    int seed = prompt.everything().hashCode();
    String version = model.id() + local.map(server -> "@" + server.model()).orElse("");
    Reply reply = new Reply(JSON.createObjectNode(), version, RequestTokens.of(request, prompt));
    if (prompt.everything().contains(BLOCK_PROMPT)) {
      return reply.blocked(seed);
    }
    String stopped =
        prompt.everything().contains(BLOCK_ANSWER)
            ? "SAFETY"
            : prompt.everything().contains(RECITE) ? "RECITATION" : "";
    GenerationConfig config = GenerationConfig.of(request);
    ThoughtTokens thinking = ThoughtTokens.of(request, model, seed);
    String text =
        stopped.isEmpty()
            ? local.map(server -> server.answer(request)).orElseGet(() -> text(prompt, config))
            : "";
    for (int index = 0; index < config.candidates(); index++) {
      reply.candidate(index, ModelAnswer.of(text, thinking, config, prompt), stopped, thinking);
    }
    return reply.finished(seed);
  }

  /// A CountTokensResponse: the `promptTokenCount` that the same request would be answered with.
  ///
  /// @throws GeminiRefusal when the contents are wrong
  public String countTokens(JsonNode request) {
    RequestValidation.contents(request.path("contents"));
    Prompt prompt = Prompt.of(request);
    RequestTokens usage = RequestTokens.of(request, prompt);
    ObjectNode counted = JSON.createObjectNode().put("totalTokens", usage.total());
    counted.put(
        "totalBillableCharacters",
        prompt.everything().codePoints().filter(c -> !Character.isWhitespace(c)).count());
    usage.details(counted.putArray("promptTokensDetails"));
    return counted.toString();
  }

  /// A ComputeTokensResponse: the tokens of each turn, in base64, and a number for each.
  ///
  /// @throws GeminiRefusal when the contents are wrong, or are not all text
  public String computeTokens(JsonNode request) {
    RequestValidation.contents(request.path("contents"));
    ObjectNode computed = JSON.createObjectNode();
    ArrayNode turns = computed.putArray("tokensInfo");
    for (JsonNode content : request.path("contents")) {
      ObjectNode turn = turns.addObject().put("role", content.path("role").asString("user"));
      ArrayNode ids = turn.putArray("tokenIds");
      ArrayNode tokens = turn.putArray("tokens");
      for (JsonNode part : content.path("parts")) {
        if (!part.has("text")) {
          throw new GeminiRefusal("Tokens are computed of texts only.");
        }
        for (String piece : WordPieces.pieces(part.path("text").asString(""))) {
          ids.add(Integer.toString(Math.floorMod(piece.hashCode(), VOCABULARY)));
          tokens.add(Base64.getEncoder().encodeToString(piece.getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    return computed.toString();
  }

  private String text(Prompt prompt, GenerationConfig config) {
    SourceText material = new SourceText(prompt.material(), lexicon);
    if (config.hasSchema() && (config.json() || config.choice())) {
      SourceText source =
          material.isEmpty()
              ? new SourceText(prompt.instruction() + " simulated", lexicon)
              : material;
      SchemaAnswer answer = new SchemaAnswer(prompt, source, choices);
      return config.json() ? answer.json(config.schema()) : answer.choice(config.schema());
    }
    String prose = freeText.answer(prompt, material);
    return config.json()
        ? JSON.createObjectNode().put("answer", prose).put("simulated", true).toString()
        : prose;
  }
}
