package dev.pollux.app;

import dev.pollux.app.settings.UserSettings;
import dev.pollux.domain.job.JobName;
import dev.pollux.draft.Step;
import dev.pollux.ui.shell.ScreenId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a person was when the window was closed, or its screens were made anew.
///
/// @param project of the connection; elsewhere it means nothing
/// @param screen the one in front
/// @param step the one of the wizard
/// @param results of which job were shown
/// @param job the key of the one that was selected
record LeftPlace(
    String project, ScreenId screen, Step step, Optional<JobName> results, Optional<String> job) {
  private static final String NAME = "place";
  private static final String NONE = "-";

  /// Where everybody begins.
  static LeftPlace first(String project) {
    return new LeftPlace(project, ScreenId.TABLES, Step.SOURCE, Optional.empty(), Optional.empty());
  }

  /// Where the person was on that connection, if it was the last one.
  static LeftPlace kept(UserSettings memory, String project) {
    return memory
        .kept(NAME)
        .flatMap(LeftPlace::parse)
        .filter(left -> left.project().equals(project))
        .orElseGet(() -> first(project));
  }

  void keep(UserSettings memory) {
    memory.keep(NAME, text());
  }

  /// Its parts, one a line.
  String text() {
    return String.join(
        "\n",
        project,
        screen.name(),
        step.name(),
        results.map(JobName::toString).orElse(NONE),
        job.orElse(NONE));
  }

  /// Empty where the text is of another version, or damaged.
  static Optional<LeftPlace> parse(String text) {
    List<String> parts = text.lines().toList();
    if (parts.size() != 5) {
      return Optional.empty();
    }
    Optional<Step> step = named(Step.values(), parts.get(2));
    return LeftPlace.<ScreenId>named(ScreenId.values(), parts.get(1))
        .flatMap(screen ->
            step.map(at ->
                new LeftPlace(
                    parts.getFirst(),
                    screen,
                    at,
                    JobName.find(parts.get(3)),
                    Optional.of(parts.getLast()).filter(key -> !key.equals(NONE)))));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
    return Stream.of(all).filter(each -> each.name().equals(name)).findFirst();
  }
}
