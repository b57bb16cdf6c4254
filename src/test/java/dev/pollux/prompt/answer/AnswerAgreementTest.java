package dev.pollux.prompt.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pollux.domain.Finding;
import dev.pollux.models.GenerationSettings;
import dev.pollux.models.GenerationSettings.Thinking;
import dev.pollux.models.ModelCatalog;
import dev.pollux.prompt.check.RequestCheck;
import dev.pollux.prompt.check.SettingsCheck;
import dev.pollux.sandbox.Clients;
import dev.pollux.sandbox.Sandbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the wizard takes, as columns of an answer or as settings, the service takes too; and what
/// it makes of a pasted schema is answered in that form.
class AnswerAgreementTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  @TempDir static Path directory;
  private static Sandbox sandbox;
  private final ModelCatalog catalog = ModelCatalog.load();

  @BeforeAll
  static void open() throws Exception {
    sandbox = Clients.sandbox(directory);
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static String request(JsonNode config) {
    ObjectNode request = JSON.createObjectNode();
    request
        .putArray("contents")
        .addObject()
        .put("role", "user")
        .putArray("parts")
        .addObject()
        .put("text", "Which of them? In 1846 trade with Great Britain grew.");
    request.set("generationConfig", config);
    return request.toString();
  }

  private static HttpResponse<String> ask(String model, String request) throws Exception {
    String location = model.matches("gemini-3.*preview") ? "global" : "us-central1";
    return Clients.send(
        Clients.request(
                sandbox,
                "/v1/projects/pollux-sandbox/locations/%s/publishers/google/models/%s:generateContent"
                    .formatted(location, model))
            .POST(BodyPublishers.ofString(request))
            .build());
  }

  /// Pasted schemas that become columns: what is then sent is taken, and the answer meets it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'object','properties':{'a':{'type':'string'}},'required':['a']}",
        "{'type':'OBJECT','properties':{'a':{'type':'STRING'}},'required':['a']}",
        "{'type':'object','properties':{'a':{'type':'string'}},'required':['a','missing']}",
        "{'type':'object','properties':{'b':{'type':'string'},'a':{'type':'integer'}},'propertyOrdering':['a','nobody','b']}",
        "{'type':'object','properties':{'a':{'type':'string','nullable':true}},'required':['a']}",
        "{'type':'object','properties':{'a':{'type':['string','null']}}}",
        "{'type':'object','properties':{'a':{'anyOf':[{'type':'integer'},{'type':'null'}]}}}",
        "{'type':'object','properties':{'a':{'type':'string','enum':['yes','no']}},'required':['a']}",
        "{'type':'object','properties':{'a':{'enum':['yes','no',null]}}}",
        "{'type':'object','properties':{'a':{'const':'fixed'}},'required':['a']}",
        "{'type':'object','properties':{'a':{'type':'integer','enum':[1,2,3]}}}",
        "{'type':'object','properties':{'a':{'type':'integer','enum':['1']}}}",
        "{'type':'object','properties':{'a':{'enum':[true,false]}}}",
        "{'type':'object','properties':{'a':{'type':'number','minimum':0,'maximum':1}},'required':['a']}",
        "{'type':'object','properties':{'a':{'type':'integer','minimum':3,'exclusiveMaximum':9}}}",
        "{'type':'object','properties':{'a':{'type':'boolean'}},'additionalProperties':false}",
        "{'type':'object','properties':{'a':{'type':'string','format':'date'}},'required':['a']}",
        "{'type':'object','properties':{'a':{'type':'string','pattern':'[A-Z]{3}','maxLength':3}}}",
        "{'type':'object','properties':{'a':{'type':'array','items':{'type':'string'},'minItems':2}},'required':['a']}",
        "{'type':'object','properties':{'a':{'type':'array','items':{'enum':['x','y']}}},'required':['a']}",
        "{'type':'object','properties':{'a':{'type':'array','items':{'type':'object','properties':{'b':{'type':'integer'}},'required':['b']}}},'required':['a']}",
        "{'type':'object','properties':{'a':{'type':'object','properties':{'b':{'type':'string'}},'required':['b']}},'required':['a']}",
        "{'$defs':{'S':{'title':'S','type':'object','properties':{'why':{'title':'Why','type':'string'}},'required':['why']}},'title':'M','type':'object','properties':{'steps':{'type':'array','items':{'$ref':'#/$defs/S'}},'end':{'type':'string'}},'required':['steps','end']}",
        "{'$schema':'https://json-schema.org/draft/2020-12/schema','$id':'x','type':'object','properties':{'a':{'type':'string','default':'b','examples':['c'],'$comment':'d'}}}",
        "{'name':'x','strict':true,'schema':{'type':'object','properties':{'a':{'type':'string'}}}}",
        "{'response_schema':{'type':'Object','properties':{'a':{'type':'Boolean'}}}}",
      })
  void whatIsReadIsTakenAndAnswered(String pasted) throws Exception {
    AnswerSchema schema = SchemaReader.read(pasted.replace('\'', '"')).schema().orElseThrow();
    assertThat(SchemaCheck.findings(schema, ColumnLookup.ANY)).noneMatch(Finding::stops);
    ObjectNode config = JSON.createObjectNode().put("responseMimeType", "application/json");
    config.set("responseSchema", SchemaJson.of(schema));
    assertThat(RequestCheck.check(request(config))).isEmpty();

    HttpResponse<String> answer = ask("gemini-2.5-flash", request(config));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode parts =
        JSON.readTree(answer.body()).path("candidates").path(0).path("content").path("parts");
    String text = parts.path(0).path("text").asString();
    assertThat(AnswerCheck.check(text, schema, RowText.UNKNOWN)).as(text).isEmpty();
    List<String> order = schema.members().stream().map(AnswerSchema.Member::name).toList();
    List<String> answered = List.copyOf(JSON.readTree(text).propertyNames());
    assertThat(order.stream().filter(answered::contains).toList()).isEqualTo(answered);
  }

  /// Pasted schemas that are refused with their place, as the service refuses them when they are
  /// sent as they are. `wizard` are those that it takes, and for which columns have no place.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "both | {'type':'object'}",
        "both | {'type':'object','properties':{'a':{'type':'object','properties':{}}}}",
        "both | {'type':'object','properties':{'a':{'type':'array'}}}",
        "both | {'type':'object','properties':{'a':{'type':'date'}}}",
        "both | {'type':'object','properties':{'a':{'type':['string','number']}}}",
        "both | {'type':'object','properties':{'a':{'type':'string','not':{'enum':['x']}}}}",
        "both | {'type':'object','patternProperties':{'x':{'type':'string'}}}",
        "both | {'type':'object','properties':{'a':{'oneOf':[{'type':'string'},{'type':'number'}]}}}",
        "both | {'type':'object','properties':{'a':true}}",
        "both | []",
        "wizard | {'type':'object','properties':{'a':{'anyOf':[{'type':'string'},{'type':'number'}]}}}",
        "wizard | {'type':'object','properties':{'a':{'type':'array','items':{'type':'array','items':{'type':'string'}}}}}",
        "wizard | {'type':'object','properties':{'a':{'type':'object','properties':{'b':{'type':'object','properties':{'c':{'type':'string'}}}}}}}",
        "wizard | {'type':'string'}",
        "wizard | {'type':'array','items':{'type':'string'}}",
        "wizard | {'type':'object','properties':{'a':{}}}",
      })
  void whatIsRefusedIsRefusedByBothOrListed(String who, String pasted) throws Exception {
    String schema = pasted.replace('\'', '"');
    SchemaReader.Reading reading = SchemaReader.read(schema);
    assertThat(reading.schema()).isEmpty();
    assertThat(reading.findings()).isNotEmpty();
    ObjectNode config = JSON.createObjectNode().put("responseMimeType", "application/json");
    config.set("responseSchema", JSON.readTree(schema));
    HttpResponse<String> answer = ask("gemini-2.5-flash", request(config));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(who.equals("both") ? 400 : 200);
    assertThat(RequestCheck.check(request(config)).stream().anyMatch(Finding::stops))
        .isEqualTo(who.equals("both"));
  }

  /// `wizard` are those that the service takes for the sake of older clients.
  @ParameterizedTest
  @CsvSource({
    "taken, gemini-2.5-flash, budget 0",
    "taken, gemini-2.5-flash, budget -1",
    "taken, gemini-2.5-flash, budget 24576",
    "taken, gemini-2.5-flash, temperature 2",
    "taken, gemini-2.5-flash, topP 0",
    "taken, gemini-2.5-flash, topK 64",
    "taken, gemini-2.5-flash, tokens 65535",
    "taken, gemini-2.5-pro, budget 128",
    "taken, gemini-2.5-flash-lite, budget 512",
    "taken, gemini-3.8-flash, level LOW",
    "taken, gemini-3.5-flash-lite, level MINIMAL",
    "taken, gemini-3.1-pro-preview, level HIGH",
    "refused, gemini-2.5-flash, budget 24577",
    "refused, gemini-2.5-flash, budget -2",
    "refused, gemini-2.5-pro, budget 0",
    "refused, gemini-2.5-pro, budget 127",
    "refused, gemini-2.5-flash-lite, budget 256",
    "refused, gemini-2.5-flash, level LOW",
    "refused, gemini-3.8-flash, level MINIMAL",
    "refused, gemini-2.5-flash, temperature 2.1",
    "refused, gemini-2.5-flash, temperature -1",
    "refused, gemini-2.5-flash, topP 1.1",
    "refused, gemini-2.5-flash, topK 0",
    "refused, gemini-2.5-flash, topK 65",
    "refused, gemini-2.5-flash, tokens 0",
    "wizard, gemini-3.8-flash, budget 512",
  })
  void settingsAreTakenByBothOrRefusedByBoth(String how, String model, String setting)
      throws Exception {
    int blank = setting.indexOf(' ');
    String value = setting.substring(blank + 1);
    GenerationSettings none = GenerationSettings.NONE;
    ObjectNode config = JSON.createObjectNode();
    GenerationSettings settings =
        switch (setting.substring(0, blank)) {
          case "budget" -> {
            config.putObject("thinkingConfig").put("thinkingBudget", Integer.parseInt(value));
            yield none.withThinking(Optional.of(new Thinking.Budget(Integer.parseInt(value))));
          }
          case "level" -> {
            config.putObject("thinkingConfig").put("thinkingLevel", value);
            yield none.withThinking(Optional.of(new Thinking.Level(value)));
          }
          case "temperature" -> {
            config.put("temperature", Double.parseDouble(value));
            yield none.withTemperature(OptionalDouble.of(Double.parseDouble(value)));
          }
          case "topP" -> {
            config.put("topP", Double.parseDouble(value));
            yield none.withTopP(OptionalDouble.of(Double.parseDouble(value)));
          }
          case "topK" -> {
            config.put("topK", Integer.parseInt(value));
            yield new GenerationSettings(
                none.temperature(),
                none.topP(),
                OptionalInt.of(Integer.parseInt(value)),
                none.maxOutputTokens(),
                none.seed(),
                none.thinking());
          }
          default -> {
            config.put("maxOutputTokens", Integer.parseInt(value));
            yield none.withMaxOutputTokens(OptionalInt.of(Integer.parseInt(value)));
          }
        };
    boolean stops =
        SettingsCheck.check(settings, model, catalog, Optional.empty()).stream()
            .anyMatch(Finding::stops);
    assertThat(stops).isNotEqualTo(how.equals("taken"));
    HttpResponse<String> answer = ask(model, request(config));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(how.equals("refused") ? 400 : 200);
  }
}
