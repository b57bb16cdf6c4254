package dev.pollux.sandbox.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.pollux.sandbox.gemini.request.ModelList;
import dev.pollux.sandbox.gemini.request.SandboxModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Prompts handed to a server with OpenAI's chat API: a tiny one, made here.
class OpenAiServerTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REQUEST =
      """
      {"systemInstruction":{"parts":[{"text":"Be brief."}]},
       "contents":[{"role":"user","parts":[{"text":"One?"}]},
                   {"role":"model","parts":[{"text":"Yes."}]},
                   {"role":"user","parts":[{"text":"Two?"},
                     {"fileData":{"fileUri":"gs://b/a.png","mimeType":"image/png"}}]}],
       "generationConfig":{"temperature":0.5,"maxOutputTokens":900,"stopSequences":["END"],
         "responseMimeType":"application/json",
         "responseSchema":{"type":"OBJECT","properties":{
           "topic":{"type":"STRING","enum":["a","b"],"nullable":true},
           "list":{"type":"ARRAY","minItems":"1","items":{"type":"INTEGER"}}},
           "required":["topic"],"propertyOrdering":["list","topic"]}}}
      """;

  private final BlockingQueue<JsonNode> asked = new LinkedBlockingQueue<>();
  private final SandboxModel flash = ModelList.bundled().find("gemini-2.5-flash").orElseThrow();
  private volatile String answer = "{\"topic\":\"a\"}";
  private HttpServer server;
  private URI url;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/models", exchange -> reply(exchange, "{\"data\":[{\"id\":\"tiny\"}]}"));
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
          reply(
              exchange,
              "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":"
                  + JSON.writeValueAsString(answer)
                  + "}}]}");
        });
    server.start();
    url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private static void reply(com.sun.net.httpserver.HttpExchange exchange, String json)
      throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private JsonNode ask(String request) {
    PretendGemini gemini = new PretendGemini(Optional.of(OpenAiServer.of(url, "")));
    return JSON.readTree(gemini.generate(JSON.readTree(request), flash));
  }

  @Test
  void asksInItsOwnWords() throws InterruptedException {
    JsonNode response = ask(REQUEST);
    assertThat(response.at("/candidates/0/content/parts/0/text").asString())
        .isEqualTo("{\"topic\":\"a\"}");
    assertThat(response.path("modelVersion").asString()).isEqualTo("sandbox-gemini-2.5-flash@tiny");
    assertThat(asked.take())
        .isEqualTo(
            JSON.readTree(
                """
                {"model":"tiny","stream":false,
                 "messages":[{"role":"system","content":"Be brief."},
                   {"role":"user","content":"One?"},{"role":"assistant","content":"Yes."},
                   {"role":"user","content":"Two?\\n[file: gs://b/a.png]"}],
                 "temperature":0.5,"stop":["END"],"max_tokens":900,
                 "response_format":{"type":"json_schema","json_schema":{"name":"answer","schema":
                   {"type":"object","properties":{
                     "topic":{"type":["string","null"],"enum":["a","b"]},
                     "list":{"type":"array","minItems":1,"items":{"type":"integer"}}},
                    "required":["topic"]}}}}
                """));
  }

  @Test
  void capsAndBlocksAreStillGeminis() {
    answer = "one two three four five";
    String capped =
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"x\"}]}],\"generationConfig\":{\"maxOutputTokens\":3,\"thinkingConfig\":{\"thinkingBudget\":0}}}";
    JsonNode cut = ask(capped);
    assertThat(cut.at("/candidates/0/finishReason").asString()).isEqualTo("MAX_TOKENS");
    assertThat(cut.at("/candidates/0/content/parts/0/text").asString().strip())
        .isEqualTo("one two three");
    assertThat(
            ask(capped.replace("\"x\"", "\"" + PretendGemini.BLOCK_PROMPT + "\""))
                .has("candidates"))
        .isFalse();
    assertThat(asked).hasSize(1);
  }

  @Test
  void saysWhenNobodyAnswers() {
    OpenAiServer gone = OpenAiServer.of(url, "tiny");
    server.stop(0);
    PretendGemini gemini = new PretendGemini(Optional.of(gone));
    assertThatThrownBy(() -> gemini.generate(JSON.readTree(REQUEST), flash))
        .isInstanceOf(ModelUnavailable.class)
        .hasMessageContaining("did not answer");
  }
}
