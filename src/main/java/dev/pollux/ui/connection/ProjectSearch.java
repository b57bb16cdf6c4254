package dev.pollux.ui.connection;

import dev.pollux.background.Background;
import dev.pollux.background.LatestOnly;
import dev.pollux.domain.connection.Connection;
import dev.pollux.text.Words;
import dev.pollux.ui.feedback.FailureWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Offers the projects that this computer names, and then those that the caller may see.
final class ProjectSearch {
  private final ConnectionModel model;
  private final Words words;
  private final Background background;
  private final ProjectSource source;
  private final LatestOnly latest = new LatestOnly();

  ProjectSearch(ConnectionModel model, Words words, Background background, ProjectSource source) {
    this.model = model;
    this.words = words;
    this.background = background;
    this.source = source;
  }

  void start(Connection.Google as) {
    latest.start(background.task(_ -> source.proposed()).onSuccess(near -> visible(as, near)));
  }

  private void visible(Connection.Google as, List<String> near) {
    model.offer(near, words.get("connection.projects.looking"));
    latest.start(
        background
            .task(_ -> source.visible(as))
            .onSuccess(all -> model.offer(joined(near, all, as.project()), ""))
            .onFailure(e -> model.offer(near, why(e))));
  }

  private String why(Exception e) {
    return new FailureWords(words).explain(words.get("connection.projects.failed"), e).sentence();
  }

  /// The project that was asked as is among those that are told, whether it is there or not.
  private static List<String> joined(List<String> first, List<String> others, String asked) {
    Set<String> all = new LinkedHashSet<>(first);
    others.stream().filter(one -> !one.equals(asked)).forEach(all::add);
    return new ArrayList<>(all);
  }
}
