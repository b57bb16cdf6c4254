package dev.pollux.models;

import dev.pollux.files.JsonFields;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What the file says of a model beyond its head line.
///
/// @param orLater whether the retirement may come later than the day that is given
/// @param replacement the id that Google names as its successor
/// @param input what it reads: `text`, `image`, `audio`, `video`, `pdf`
/// @param takes the settings that have an effect
/// @param advisedAgainst those of them that Google says to leave alone
/// @param sharedContext whether input, thinking and output share the context, as Gemini 4 has it
///   (https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/start/get-started-with-gemini-4)
/// @param unproven the members of the file that no page of Google's stands behind
public record ModelTraits(
    Optional<LocalDate> launched,
    boolean orLater,
    Optional<String> replacement,
    List<String> input,
    List<String> output,
    ThinkingControl thoughts,
    Set<Setting> takes,
    Set<Setting> advisedAgainst,
    boolean tunable,
    boolean sharedContext,
    Set<String> unproven) {
  /// Of a model that the file does not have: nothing is held against it.
  public static final ModelTraits UNKNOWN =
      new ModelTraits(
          Optional.empty(),
          false,
          Optional.empty(),
          List.of(),
          List.of(),
          ThinkingControl.NONE,
          EnumSet.allOf(Setting.class),
          Set.of(),
          false,
          false,
          Set.of());

  public ModelTraits {
    input = List.copyOf(input);
    output = List.copyOf(output);
    takes = Set.copyOf(takes);
    advisedAgainst = Set.copyOf(advisedAgainst);
    unproven = Set.copyOf(unproven);
  }

  /// Settings that are worth offering.
  public boolean offers(Setting setting) {
    return takes.contains(setting) && !advisedAgainst.contains(setting);
  }

  /// Whether a page of Google's says that it takes batch jobs.
  public boolean batchProven() {
    return !unproven.contains("batch");
  }

  static ModelTraits read(JsonFields model) {
    return new ModelTraits(
        model.maybeParsed("launched", LocalDate::parse),
        model.flag("orLater", false),
        model.maybeText("replacement"),
        model.texts("input", Function.identity()),
        model.texts("output", Function.identity()),
        model.has("thinking") ? thoughts(model.object("thinking")) : ThinkingControl.NONE,
        set(model.words("takes", Setting.class)),
        set(model.words("advisedAgainst", Setting.class)),
        model.flag("tunable", false),
        model.flag("sharedContext", false),
        Set.copyOf(model.texts("unproven", Function.identity())));
  }

  private static ThinkingControl thoughts(JsonFields thinking) {
    if (thinking.has("levels")) {
      return new ThinkingControl.Levels(
          thinking.texts("levels", Function.identity()), thinking.maybeText("standard").orElse(""));
    }
    int min = (int) thinking.whole("min", 0, Integer.MAX_VALUE);
    return new ThinkingControl.Budget(
        min,
        (int) thinking.whole("max", min, Integer.MAX_VALUE),
        thinking.flag("canDisable", false),
        thinking.flag("offByDefault", false));
  }

  private static Set<Setting> set(Collection<Setting> settings) {
    return settings.isEmpty() ? Set.of() : EnumSet.copyOf(settings);
  }
}
