package dev.pollux.results.outcome;

import dev.pollux.domain.job.TokenUsage;
import dev.pollux.domain.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a GenerateContentResponse to its end, for one row at a time
/// (https://docs.cloud.google.com/vertex-ai/generative-ai/docs/reference/rest/v1/GenerateContentResponse).
/// Nothing in it is taken for granted.
public final class DetailsReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private DetailsReader() {}

  /// @param response of a row; anything that is no response has no details
  public static ResponseDetails of(Value response) {
    if (!(response instanceof Value.Scalar(String text)) || text.isBlank()) {
      return ResponseDetails.NONE;
    }
    try {
      JsonNode root = FirstMembers.whole(JSON.reader(), text);
      // A STRING column may hold the JSON once more in quotes.
      JsonNode body =
          root.isString() ? FirstMembers.whole(JSON.reader(), root.stringValue()) : root;
      return new ResponseDetails(
          items(body.path("candidates")).map(DetailsReader::candidate).toList(),
          body.path("promptFeedback").path("blockReason").asString(""),
          tokens(body.path("usageMetadata")));
    } catch (JacksonException _) {
      return ResponseDetails.NONE;
    }
  }

  /// One may stand for a list of one.
  private static Stream<JsonNode> items(JsonNode node) {
    return (node.isObject() ? Stream.of(node) : node.valueStream()).filter(JsonNode::isObject);
  }

  private static ResponseDetails.Candidate candidate(JsonNode candidate) {
    String reason = candidate.path("finishReason").asString("");
    String message = candidate.path("finishMessage").asString("");
    return new ResponseDetails.Candidate(
        message.isEmpty() ? reason : reason + ": " + message,
        items(candidate.path("content").path("parts")).map(DetailsReader::part).toList(),
        sources(candidate));
  }

  private static ResponseDetails.Part part(JsonNode part) {
    JsonNode data = part.path("inlineData");
    JsonNode file = part.path("fileData");
    if (part.path("text").isString()) {
      String text = part.path("text").stringValue();
      return part.path("thought").asBoolean(false)
          ? new ResponseDetails.Part.Thought(text)
          : new ResponseDetails.Part.Text(text);
    }
    if (data.isObject()) {
      String type = data.path("mimeType").asString("");
      return type.startsWith("image/")
          ? new ResponseDetails.Part.Picture(type, data.path("data").asString(""))
          : new ResponseDetails.Part.Media(type, "");
    }
    if (file.isObject()) {
      return new ResponseDetails.Part.Media(
          file.path("mimeType").asString(""), file.path("fileUri").asString(""));
    }
    return doing(part);
  }

  private static ResponseDetails.Part doing(JsonNode part) {
    JsonNode call = part.path("functionCall");
    JsonNode returned = part.path("functionResponse");
    if (call.isObject()) {
      return new ResponseDetails.Part.Call(
          call.path("name").asString(""), call.path("args").toString());
    }
    if (returned.isObject()) {
      return new ResponseDetails.Part.Call(
          returned.path("name").asString(""), returned.path("response").toString());
    }
    if (part.path("executableCode").path("code").isString()) {
      return new ResponseDetails.Part.Code(part.path("executableCode").path("code").stringValue());
    }
    if (part.path("codeExecutionResult").path("output").isString()) {
      return new ResponseDetails.Part.Code(
          part.path("codeExecutionResult").path("output").stringValue());
    }
    return new ResponseDetails.Part.Other(part.toString());
  }

  /// Citations of what was repeated, and the pages that an answer was grounded on.
  private static List<ResponseDetails.Source> sources(JsonNode candidate) {
    List<ResponseDetails.Source> all = new ArrayList<>();
    JsonNode cited = candidate.path("citationMetadata");
    for (String name : List.of("citations", "citationSources")) {
      items(cited.path(name)).map(DetailsReader::source).forEach(all::add);
    }
    items(candidate.path("groundingMetadata").path("groundingChunks"))
        .map(chunk ->
            source(
                chunk.path("web").isObject() ? chunk.path("web") : chunk.path("retrievedContext")))
        .forEach(all::add);
    return all.stream()
        .filter(source -> !source.title().isEmpty() || !source.uri().isEmpty())
        .distinct()
        .toList();
  }

  private static ResponseDetails.Source source(JsonNode from) {
    return new ResponseDetails.Source(
        from.path("title").asString(""), from.path("uri").asString(""));
  }

  /// The same figures as those that are billed, with the part of tools told apart.
  private static ResponseDetails.Tokens tokens(JsonNode usage) {
    TokenUsage all = UsageFigures.of(usage);
    long tools = Math.min(all.prompt(), UsageFigures.tools(usage));
    return new ResponseDetails.Tokens(
        all.prompt() - tools, tools, all.cached(), all.answer(), all.thoughts());
  }
}
