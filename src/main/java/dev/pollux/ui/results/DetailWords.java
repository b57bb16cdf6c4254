package dev.pollux.ui.results;

import dev.pollux.results.outcome.ResponseDetails;
import dev.pollux.text.Words;
import dev.pollux.ui.kit.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a response says beside its answer, as text with a heading for each kind: what the model
/// wants called, thoughts, other answers, sources, tokens.
final class DetailWords {
  private final Words words;

  DetailWords(Words words) {
    this.words = words;
  }

  /// Empty where there is nothing but the answer.
  String of(ResponseDetails details) {
    List<String> all = new ArrayList<>();
    Stream<ResponseDetails.Part> parts =
        details.candidates().stream().limit(1).flatMap(one -> one.parts().stream());
    List<ResponseDetails.Part> first = parts.toList();
    section(
        all, "results.detail.calls", first.stream().filter(DetailWords::isDone).map(this::part));
    section(
        all,
        "results.detail.thoughts",
        first.stream().filter(ResponseDetails.Part.Thought.class::isInstance).map(this::part));
    section(all, "results.detail.others", details.candidates().stream().skip(1).map(this::other));
    section(
        all,
        "results.detail.sources",
        details.candidates().stream().flatMap(one -> one.sources().stream()).map(this::source));
    if (details.tokens().total() > 0) {
      section(all, "results.detail.tokens", Stream.of(tokens(details.tokens())));
    }
    return String.join("\n\n", all);
  }

  private void section(List<String> all, String heading, Stream<String> lines) {
    String text = lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n\n"));
    if (!text.isEmpty()) {
      all.add("— " + words.get(heading) + " —\n" + text);
    }
  }

  private static boolean isDone(ResponseDetails.Part part) {
    return switch (part) {
      case ResponseDetails.Part.Call _,
          ResponseDetails.Part.Code _,
          ResponseDetails.Part.Media _,
          ResponseDetails.Part.Other _ ->
          true;
      case ResponseDetails.Part.Text _,
          ResponseDetails.Part.Thought _,
          ResponseDetails.Part.Picture _ ->
          false;
    };
  }

  private String part(ResponseDetails.Part part) {
    return switch (part) {
      case ResponseDetails.Part.Text(String text) -> text;
      case ResponseDetails.Part.Thought(String text) -> text;
      case ResponseDetails.Part.Code(String text) -> text;
      case ResponseDetails.Part.Picture(String type, String _) -> "[" + type + "]";
      case ResponseDetails.Part.Media(String type, String uri) -> ("[" + type + "] " + uri).strip();
      case ResponseDetails.Part.Call(String name, String arguments) ->
          name + " " + ValueText.pretty(arguments);
      case ResponseDetails.Part.Other(String json) -> ValueText.pretty(json);
    };
  }

  private String other(ResponseDetails.Candidate candidate) {
    String text =
        candidate.parts().stream()
            .filter(part -> !(part instanceof ResponseDetails.Part.Thought))
            .map(this::part)
            .collect(Collectors.joining());
    return text + " (" + candidate.finish() + ")";
  }

  private String source(ResponseDetails.Source source) {
    return (source.title() + "\n" + source.uri()).strip();
  }

  private String tokens(ResponseDetails.Tokens t) {
    return words.get(
        "results.detail.tokens.sum",
        t.prompt(),
        t.tools(),
        t.answer(),
        t.thoughts(),
        t.total(),
        t.cached());
  }
}
