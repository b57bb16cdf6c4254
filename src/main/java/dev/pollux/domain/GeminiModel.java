package dev.pollux.domain;

import java.util.regex.Pattern;

/// The resource name of a model as a job wants it: `publishers/google/models/gemini-…`, or a tuned
/// `projects/…/locations/…/models/…`.
public record GeminiModel(String name) {
  private static final Pattern PUBLISHER =
      Pattern.compile(
          "(projects/[^/]+/locations/[^/]+/)?publishers/[a-z0-9-]+/models/[A-Za-z0-9@._-]+");
  private static final Pattern TUNED =
      Pattern.compile("projects/[^/]+/locations/[a-z0-9-]+/models/[A-Za-z0-9@._-]+");

  /// @throws IllegalArgumentException when it is neither form
  public GeminiModel {
    if (!PUBLISHER.matcher(name).matches() && !TUNED.matcher(name).matches()) {
      throw new IllegalArgumentException("not a model name: " + name);
    }
  }

  /// From what a person types: `gemini-2.5-flash` or a full resource name. A bare id is put under
  /// `publishers/google`, since the service answers 404 to bare ids over REST.
  ///
  /// @throws IllegalArgumentException when it can be neither
  public static GeminiModel of(String typed) {
    String text = typed.strip();
    return new GeminiModel(text.contains("/") ? text : "publishers/google/models/" + text);
  }

  public boolean isTuned() {
    return TUNED.matcher(name).matches();
  }

  /// The last part: `gemini-2.5-flash`, or the number of a tuned model.
  public String id() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
