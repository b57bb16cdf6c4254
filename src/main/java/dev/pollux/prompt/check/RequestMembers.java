package dev.pollux.prompt.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The members that a request may have, level by level, as
/// https://docs.cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.endpoints/generateContent
/// lists them. What stands below `any` is not looked into.
final class RequestMembers {
  /// What a member holds: one of the words below, the name of a level, or of a set of words.
  ///
  /// @param list whether it is a list of them; one alone is taken for a list of one
  record Kind(String name, boolean list) {}

  private static final String LEVELS =
      """
      Request contents:Content[] systemInstruction:Content cachedContent:text tools:Tool[] \
      toolConfig:any labels:texts safetySettings:Safety[] modelArmorConfig:any \
      generationConfig:Config
      Content role:any parts:Part[]
      Part text:text inlineData:Blob fileData:File functionCall:any functionResponse:any \
      executableCode:any codeExecutionResult:any thought:flag thoughtSignature:bytes \
      videoMetadata:any mediaResolution:any
      Blob mimeType:text data:bytes
      File mimeType:text fileUri:text
      Tool functionDeclarations:any[] retrieval:any googleSearch:any googleSearchRetrieval:any \
      googleMaps:any enterpriseWebSearch:any codeExecution:any urlContext:any computerUse:any
      Safety category:HarmCategory threshold:HarmThreshold method:HarmMethod
      Config temperature:number topP:number topK:number candidateCount:whole \
      maxOutputTokens:whole stopSequences:text[] responseLogprobs:flag logprobs:whole \
      presencePenalty:number frequencyPenalty:number seed:whole responseMimeType:text \
      responseSchema:Schema responseJsonSchema:any routingConfig:any audioTimestamp:flag \
      responseModalities:Modality[] mediaResolution:any speechConfig:any thinkingConfig:Thinking \
      imageConfig:any
      Thinking includeThoughts:flag thinkingBudget:whole thinkingLevel:ThinkingLevel
      Schema type:SchemaType format:text title:text description:text nullable:flag default:any \
      items:Schema minItems:long maxItems:long enum:text[] properties:schemas \
      propertyOrdering:text[] required:text[] minProperties:long maxProperties:long \
      minimum:number maximum:number minLength:long maxLength:long pattern:text example:any \
      anyOf:Schema[] additionalProperties:any ref:text defs:schemas
      """;
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "SchemaType",
          Set.of("TYPE_UNSPECIFIED", "STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT"),
          "Modality",
          Set.of("MODALITY_UNSPECIFIED", "TEXT", "IMAGE", "AUDIO", "VIDEO"),
          "ThinkingLevel",
          Set.of("THINKING_LEVEL_UNSPECIFIED", "MINIMAL", "LOW", "MEDIUM", "HIGH"),
          "HarmCategory",
          Set.of(
              "HARM_CATEGORY_UNSPECIFIED",
              "HARM_CATEGORY_HATE_SPEECH",
              "HARM_CATEGORY_DANGEROUS_CONTENT",
              "HARM_CATEGORY_HARASSMENT",
              "HARM_CATEGORY_SEXUALLY_EXPLICIT",
              "HARM_CATEGORY_CIVIC_INTEGRITY",
              "HARM_CATEGORY_JAILBREAK"),
          "HarmThreshold",
          Set.of(
              "HARM_BLOCK_THRESHOLD_UNSPECIFIED",
              "BLOCK_LOW_AND_ABOVE",
              "BLOCK_MEDIUM_AND_ABOVE",
              "BLOCK_ONLY_HIGH",
              "BLOCK_NONE",
              "OFF"),
          "HarmMethod",
          Set.of("HARM_BLOCK_METHOD_UNSPECIFIED", "SEVERITY", "PROBABILITY"));
  private static final Map<String, Map<String, Kind>> BY_LEVEL = read();

  private RequestMembers() {}

  private static Map<String, Map<String, Kind>> read() {
    Map<String, Map<String, Kind>> levels = new LinkedHashMap<>();
    for (String line : LEVELS.lines().toList()) {
      List<String> words = List.of(line.strip().split("\\s+"));
      Map<String, Kind> members = new LinkedHashMap<>();
      for (String member : words.subList(1, words.size())) {
        int colon = member.indexOf(':');
        String kind = member.substring(colon + 1);
        members.put(
            member.substring(0, colon), new Kind(kind.replace("[]", ""), kind.endsWith("[]")));
      }
      levels.put(words.getFirst(), members);
    }
    return levels;
  }

  static boolean isLevel(String kind) {
    return BY_LEVEL.containsKey(kind);
  }

  /// The words that a member of this kind may be; empty for other kinds.
  static Optional<Set<String>> words(String kind) {
    return Optional.ofNullable(WORDS.get(kind));
  }

  /// The name of a member as it is written here, from `systemInstruction` or `system_instruction`;
  /// empty for one that the service does not know.
  static Optional<String> name(String level, String written) {
    Map<String, Kind> members = BY_LEVEL.getOrDefault(level, Map.of());
    return members.containsKey(written)
        ? Optional.of(written)
        : members.keySet().stream().filter(name -> snake(name).equals(written)).findFirst();
  }

  static Kind kind(String level, String name) {
    return BY_LEVEL.getOrDefault(level, Map.of()).getOrDefault(name, new Kind("any", false));
  }

  private static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }
}
