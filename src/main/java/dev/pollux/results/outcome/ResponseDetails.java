package dev.pollux.results.outcome;

import java.util.List;

/// All that the response of one row says, for a person who reads that row. Whatever is not there is
/// empty.
///
/// @param blockReason why the prompt was withheld
public record ResponseDetails(List<Candidate> candidates, String blockReason, Tokens tokens) {
  /// Of a row without a response.
  public static final ResponseDetails NONE =
      new ResponseDetails(List.of(), "", new Tokens(0, 0, 0, 0, 0));

  public ResponseDetails {
    candidates = List.copyOf(candidates);
  }

  /// One answer of perhaps several.
  ///
  /// @param finish the finish reason, and the service's message on it
  public record Candidate(String finish, List<Part> parts, List<Source> sources) {
    public Candidate {
      parts = List.copyOf(parts);
      sources = List.copyOf(sources);
    }
  }

  /// A piece of an answer.
  public sealed interface Part {
    record Text(String text) implements Part {}

    record Thought(String text) implements Part {}

    /// @param base64 its bytes
    record Picture(String type, String base64) implements Part {}

    /// Bytes that are no picture, or a file elsewhere.
    ///
    /// @param uri empty where the bytes are in the response
    record Media(String type, String uri) implements Part {}

    /// A function that the model wants called, or the answer of one.
    ///
    /// @param arguments JSON
    record Call(String name, String arguments) implements Part {}

    /// Code that the model wrote and had run, or what came of it.
    record Code(String text) implements Part {}

    /// Anything newer, as JSON.
    record Other(String json) implements Part {}
  }

  /// What the model leans on or repeats.
  public record Source(String title, String uri) {}

  /// They add up to the service's total: `cached` are a part of `prompt`.
  ///
  /// @param tools what tools brought into the prompt, beside it
  public record Tokens(long prompt, long tools, long cached, long answer, long thoughts) {
    public long total() {
      return prompt + tools + answer + thoughts;
    }
  }
}
