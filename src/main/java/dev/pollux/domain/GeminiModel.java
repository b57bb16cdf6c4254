package dev.pollux.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The resource name of a model as a job wants it: `publishers/google/models/gemini-…`, or a tuned
/// `projects/…/locations/…/models/…`. A published model has no project here: it is asked in the
/// project that the job runs in, since the project of a model's path gets the rows and may log
/// them. A tuned model lives in one project, and that one is asked.
///
/// Models of other publishers are refused: Pollux writes requests for Gemini.
public record GeminiModel(String name) {
  private static final String GOOGLE = "publishers/google/models/";
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9@._-]{0,127}";

  /// Groups: the project, the publisher, the id.
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "(?:projects/([^/]+)/locations/[^/]+/)?publishers/([^/]+)/models/(" + ID + ")");

  private static final Pattern TUNED =
      Pattern.compile(
          "projects/([a-z0-9][a-z0-9.:-]{0,99})/locations/[a-z0-9-]{2,40}/models/" + ID);

  /// @param name of a published model also with a project and location before it, which are dropped
  /// @throws IllegalArgumentException when it is neither form, or of another publisher
  public GeminiModel {
    String given = name;
    name = normal(name).orElseThrow(() -> new IllegalArgumentException("not a model: " + given));
  }

  private static Optional<String> normal(String name) {
    Matcher published = PUBLISHED.matcher(name);
    if (published.matches() && published.group(2).equals("google")) {
      return Optional.of(GOOGLE + published.group(3));
    }
    return TUNED.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }

  /// From what a person types: `gemini-2.5-flash` or a full resource name. A bare id is put under
  /// `publishers/google`, since the service answers 404 to bare ids over REST.
  ///
  /// @throws IllegalArgumentException when it can be neither
  public static GeminiModel of(String typed) {
    return new GeminiModel(whole(typed));
  }

  /// The same; empty when it can be neither.
  public static Optional<GeminiModel> find(String typed) {
    return normal(whole(typed)).map(GeminiModel::new);
  }

  private static String whole(String typed) {
    String text = typed.strip();
    return text.contains("/") ? text : GOOGLE + text;
  }

  /// The publisher of what a person types, where it is not Google.
  public static Optional<String> otherPublisher(String typed) {
    Matcher published = PUBLISHED.matcher(whole(typed));
    return published.matches()
        ? Optional.of(published.group(2)).filter(publisher -> !publisher.equals("google"))
        : Optional.empty();
  }

  /// The project before a published model that a person types, which is dropped.
  public static Optional<String> droppedProject(String typed) {
    Matcher published = PUBLISHED.matcher(whole(typed));
    return published.matches() ? Optional.ofNullable(published.group(1)) : Optional.empty();
  }

  public boolean isTuned() {
    return TUNED.matcher(name).matches();
  }

  /// The project that a tuned model lives in, by its id or its number; empty for published models.
  public Optional<String> project() {
    Matcher tuned = TUNED.matcher(name);
    return tuned.matches() ? Optional.of(tuned.group(1)) : Optional.empty();
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
