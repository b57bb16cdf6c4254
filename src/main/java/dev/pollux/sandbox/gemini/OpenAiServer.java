package dev.pollux.sandbox.gemini;

import dev.pollux.sandbox.gemini.request.GenerationConfig;
import dev.pollux.sandbox.gemini.request.StandardSchema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A model that a server on this machine has, asked by the [chat completions
/// API](https://platform.openai.com/docs/api-reference/chat/create) that such servers share.
public final class OpenAiServer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String model;

  private OpenAiServer(String url, String model) {
    this.url = url;
    this.model = model;
  }

  /// @param url up to and with the version, as in `http://127.0.0.1:11434/v1`
  /// @param model its name there; the first that the server lists if empty
  /// @throws ModelUnavailable if it has to be asked for its models, and does not answer
  public static OpenAiServer of(URI url, String model) {
    String base = url.toString().replaceAll("/+$", "");
    OpenAiServer server = new OpenAiServer(base, model);
    if (!model.isEmpty()) {
      return server;
    }
    JsonNode first = server.send(server.request("/models").GET().build()).at("/data/0/id");
    if (!first.isString()) {
      throw new ModelUnavailable("The server at " + base + " lists no model.");
    }
    return new OpenAiServer(base, first.asString());
  }

  String model() {
    return model;
  }

  /// The whole answer to a GenerateContentRequest.
  ///
  /// @throws ModelUnavailable if there is none
  String answer(JsonNode request) {
    HttpRequest asked =
        request("/chat/completions")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(chat(request).toString()))
            .build();
    JsonNode content = send(asked).at("/choices/0/message/content");
    if (!content.isString()) {
      throw new ModelUnavailable("The server at " + url + " answered without a message.");
    }
    return content.asString();
  }

  private ObjectNode chat(JsonNode request) {
    ObjectNode chat = JSON.createObjectNode().put("model", model).put("stream", false);
    ArrayNode messages = chat.putArray("messages");
    if (request.has("systemInstruction")) {
      message(messages, "system", request.path("systemInstruction"));
    }
    for (JsonNode content : request.path("contents")) {
      boolean user = content.path("role").asString("").equals("user");
      message(messages, user ? "user" : "assistant", content);
    }
    JsonNode config = request.path("generationConfig");
    copy(config, "temperature", chat, "temperature");
    copy(config, "topP", chat, "top_p");
    copy(config, "seed", chat, "seed");
    copy(config, "stopSequences", chat, "stop");
    copy(config, "maxOutputTokens", chat, "max_tokens");
    format(config, chat);
    return chat;
  }

  private static void message(ArrayNode messages, String role, JsonNode content) {
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content.path("parts")) {
      String uri = part.path("fileData").path("fileUri").asString("");
      text.append(text.isEmpty() ? "" : "\n")
          .append(uri.isEmpty() ? part.path("text").asString("") : "[file: " + uri + "]");
    }
    messages.addObject().put("role", role).put("content", text.toString());
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String as) {
    if (from.has(name)) {
      to.set(as, from.path(name));
    }
  }

  private static void format(JsonNode generation, ObjectNode chat) {
    GenerationConfig config =
        GenerationConfig.of(JSON.createObjectNode().set("generationConfig", generation));
    if (!config.json()) {
      return;
    }
    ObjectNode format = chat.putObject("response_format");
    if (!config.hasSchema()) {
      format.put("type", "json_object");
      return;
    }
    ObjectNode schema = format.put("type", "json_schema").putObject("json_schema");
    schema.put("name", "answer").set("schema", StandardSchema.of(config.schema()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new ModelUnavailable(
            "The server at " + url + " answered " + response.statusCode() + ".");
      }
      return JSON.readTree(response.body());
    } catch (IOException | JacksonException e) {
      throw new ModelUnavailable("The server at " + url + " did not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelUnavailable("Interrupted while the server at " + url + " thought.");
    }
  }
}
