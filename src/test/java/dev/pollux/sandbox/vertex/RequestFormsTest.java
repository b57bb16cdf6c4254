package dev.pollux.sandbox.vertex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The forms in which the service takes a request and its schema, and those that it refuses.
class RequestFormsTest {
  private static final JsonMapper JSON = new JsonMapper();
  @TempDir static Path directory;
  private static Sandbox sandbox;

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static HttpResponse<String> ask(String body) throws Exception {
    return Clients.send(
        Clients.request(
                sandbox,
                "/v1/projects/pollux-sandbox/locations/us-central1/publishers/google/models/"
                    + "gemini-2.5-flash:generateContent")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static String withSchema(String schema) {
    return """
    {"contents":[{"role":"user","parts":[{"text":"How long should the thread stay open?"}]}],
     "generationConfig":{"responseMimeType":"application/json","responseSchema":%s}}
    """
        .formatted(schema);
  }

  private static JsonNode answer(String body) throws Exception {
    HttpResponse<String> sent = ask(body);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    return JSON.readTree(sent.body())
        .path("candidates")
        .path(0)
        .path("content")
        .path("parts")
        .path(0)
        .path("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"contents\":[{\"role\":\"user\",\"parts\":{\"text\":\"Name three uses.\"}}],"
            + "\"system_instruction\":{\"parts\":[{\"text\":\"You are thrifty.\"}]},"
            + "\"generation_config\":{\"top_k\":5}}",
        "{\"contents\":{\"role\":\"user\",\"parts\":{\"text\":\"Name three uses.\"}},"
            + "\"systemInstruction\":{\"parts\":{\"text\":\"You are thrifty.\"}}}",
        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"x\"}]}],"
            + "\"generationConfig\":{\"stopSequences\":\"END\"}}",
      })
  void takesOneValueForAListOfOne(String body) throws Exception {
    assertThat(answer(body).asString()).isNotEmpty();
  }

  @Test
  void takesTypesInAnyCaseAndAlternatives() throws Exception {
    JsonNode color =
        JSON.readTree(
            answer(
                    withSchema(
                        """
                        {"type":"object","properties":{"color":{"anyOf":[
                         {"type":"Object","properties":{"key":{"type":"string","enum":["red"]},"why":{"type":"string"}},"required":["key","why"]},
                         {"type":"object","properties":{"key":{"type":"string","enum":["green"]},"why":{"type":"string"}},"required":["key","why"]}]}},
                         "required":["color"]}
                        """))
                .asString());
    assertThat(color.path("color").path("key").asString()).isIn("red", "green");
    JsonNode figures =
        JSON.readTree(
            answer(
                    withSchema(
                        """
                        {"type":"object","properties":{"sentiment":{"type":"number"},
                         "confidence":{"type":"NUMBER"}},"required":["sentiment","confidence"]}
                        """))
                .asString());
    assertThat(figures.path("sentiment").isNumber()).isTrue();
    assertThat(figures.path("confidence").isNumber()).isTrue();
  }

  @Test
  void keepsTheOrderThatIsAskedFor() throws Exception {
    String text =
        answer(
                withSchema(
                    """
                    {"type":"OBJECT","properties":{"b":{"type":"STRING"},"a":{"type":"STRING"}},
                     "propertyOrdering":["b","a"]}
                    """))
            .asString();
    assertThat(text.indexOf("\"b\"")).isLessThan(text.indexOf("\"a\""));
  }

  /// On its way a schema is a protobuf Value, whose numbers are doubles.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"enum":[1440]}                                                                      | 1440
          {"type":"integer","enum":[-60]}                                                      | -60
          {"type":"integer","enum":[9007199254740992]}                                         | 9007199254740992
          {"const":1000000}                                                                    | 1000000
          {"const":0}                                                                          | 0
          {"const":1.5}                                                                        | 1.5
          {"const":{"a":[1,2.5,{"b":30000000000}]}}                                            | {"a":[1,2.5,{"b":30000000000}]}
          {"anyOf":[{"type":"integer","enum":[7]}]}                                            | 7
          {"type":"object","properties":{"n":{"type":"integer","enum":[3]}},"required":["n"]}  | {"n":3}
          {"type":"array","minItems":1,"maxItems":1,"items":{"type":"integer","enum":[4]}}     | [4]
          """)
  void writesIntegersAsIntegers(String schema, String answer) throws Exception {
    String body = withSchema(schema).replace("responseSchema", "responseJsonSchema");
    assertThat(answer(body).asString()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"OBJECT","properties":{"minutes":{"type":"INTEGER","enum":[60,1440]}}} | properties[0].value.enum[0]' (TYPE_STRING), 60
          {"type":"OBJECT","properties":{"minutes":{"type":"INTEGER","enum":["60"]}}}    | properties[minutes].enum: only allowed for STRING type
          {"type":"OBJECT","properties":{"a":{"type":"STRING"}},"required":["a","b"]}    | response_schema.required[1]: property is not defined
          {"type":"OBJECT","properties":{}}                                              | response_schema.properties: should be non-empty for OBJECT type
          {"type":"OBJECT","properties":{"a":{"type":"OBJECT"}}}                         | properties[a].properties: should be non-empty for OBJECT type
          {"type":"OBJECT","properties":{"a":{"type":"ARRAY"}}}                          | properties[a].items: missing field
          {"type":"STRING","minLength":"9","maxLength":"2"}                              | minLength is greater than its maxLength
          {"type":"nothing"}                                                             | Invalid enum value: nothing for enum type
          {"type":"OBJECT","properties":{"a":{"type":"sTrange"}}}                        | Invalid enum value: sTrange for enum type
          {"type":"OBJECT","properties":{"a":{"type":"STRING","enum":["x",""]}}}         | properties[a].enum[1]: cannot be empty
          {"type":"ARRAY","items":{"type":"STRING","enum":[""]}}                         | response_schema.items.enum[0]: cannot be empty
          {"anyOf":[{"type":"STRING","enum":[""]}]}                                      | any_of[0].enum[0]: cannot be empty
          """)
  void refusesSchemasWithTheirPlace(String schema, String words) throws Exception {
    HttpResponse<String> sent = ask(withSchema(schema));
    assertThat(sent.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(sent.body()).path("error").path("message").asString()).contains(words);
  }
}
