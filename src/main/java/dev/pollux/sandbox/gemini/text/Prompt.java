package dev.pollux.sandbox.gemini.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a request says: the instruction, and the text that it is about.
///
/// @param everything all texts together, for counting and for trigger words
public record Prompt(String instruction, String material, List<String> files, String everything) {
  private static final Pattern IMPERATIVE =
      Pattern.compile(
          "^(please )?(you are|act as|classify|label|categori[sz]e|summar\\w*|extract|list|translate|give|write|name|answer|tell|find|identify|determine|decide|describe|explain|rate|score|choose|pick|select|return|respond|reply|use|read|analy[sz]e|detect|which|what|who|when|where|why|how|is|are|does|do|did|output|only|put|assign|sort|tag)\\b.*");

  private static final Pattern HOW =
      Pattern.compile(
          "^(please )?(answer|reply|respond|choose|pick|select|return|output|only|do not|don't|be|limit|keep)\\b.*");

  public static Prompt of(JsonNode request) {
    String system = texts(request.path("systemInstruction"));
    StringBuilder earlier = new StringBuilder();
    String last = "";
    List<String> files = new ArrayList<>();
    StringBuilder everything = new StringBuilder(system);
    for (JsonNode content : request.path("contents")) {
      everything.append('\n').append(texts(content));
      if (!content.path("role").asString("").equals("model")) {
        earlier.append(last).append('\n');
        last = texts(content);
      }
      for (JsonNode part : content.path("parts")) {
        String uri = part.path("fileData").path("fileUri").asString("");
        if (!uri.isEmpty()) {
          files.add(uri);
        } else if (part.has("inlineData")) {
          files.add(
              "inline data of type " + part.path("inlineData").path("mimeType").asString("?"));
        }
      }
    }
    Prompt around =
        new Prompt(
            QuestionText.unexplained(system),
            earlier.toString().strip(),
            List.copyOf(files),
            everything.toString());
    QuestionText marked = QuestionText.of(last);
    return marked.material().isEmpty()
        ? split(around, QuestionText.plain(last))
        : new Prompt(
            (around.instruction() + "\n" + marked.question()).strip(),
            marked.material(),
            around.files(),
            around.everything());
  }

  /// @param around what stands before the last turn: the system instruction, the earlier texts
  private static Prompt split(Prompt around, String last) {
    String system = around.instruction();
    List<String> sentences = new ArrayList<>(Sentences.of(last));
    colon(sentences);
    int from = 0;
    boolean asked = false;
    while (from < sentences.size() - 1 && opens(sentences.get(from), asked)) {
      asked |= sentences.get(from).endsWith("?");
      from++;
    }
    if (sentences.size() == 1 && isInstruction(sentences.getFirst())) {
      from = 1;
    }
    int to = sentences.size();
    while (to > from && last.contains("\n") && isInstruction(sentences.get(to - 1))) {
      to--;
    }
    String question =
        String.join(" ", sentences.subList(0, from))
            + " "
            + String.join(" ", sentences.subList(to, sentences.size()));
    String material = String.join("\n", sentences.subList(from, to));
    return new Prompt(
        (question.isBlank() ? system : system + "\n" + question).strip(),
        material.isBlank() ? around.material() : material,
        around.files(),
        around.everything());
  }

  /// `Summarize: The treaty …` is two sentences for us.
  private static void colon(List<String> sentences) {
    int colon = sentences.isEmpty() ? -1 : sentences.getFirst().indexOf(": ");
    if (colon > 0
        && Choices.offered(sentences.getFirst()).isEmpty()
        && isInstruction(sentences.getFirst().substring(0, colon))) {
      String first = sentences.removeFirst();
      sentences.addFirst(first.substring(colon + 2).strip());
      sentences.addFirst(first.substring(0, colon + 1));
    }
  }

  /// Whether a leading sentence is still instruction. After a question only what says how to answer
  /// is: a text may go on with questions of its own.
  private static boolean opens(String sentence, boolean asked) {
    return asked
        ? HOW.matcher(sentence.toLowerCase(Locale.ROOT)).matches()
        : isInstruction(sentence);
  }

  private static boolean isInstruction(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return sentence.endsWith("?")
        || sentence.endsWith(":")
        || (sentence.length() < 300 && IMPERATIVE.matcher(lower).matches());
  }

  private static String texts(JsonNode content) {
    List<String> texts = new ArrayList<>();
    for (JsonNode part : content.path("parts")) {
      if (part.path("text").isString() && !part.path("thought").asBoolean(false)) {
        texts.add(part.path("text").asString());
      }
    }
    return String.join("\n", texts);
  }
}
