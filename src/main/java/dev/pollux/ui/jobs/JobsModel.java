package dev.pollux.ui.jobs;

import dev.pollux.run.JobBoard;
import dev.pollux.run.JobLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// The jobs as they were last heard of. Lines keep their places: news replaces a line where it
/// stands, new jobs come on top.
final class JobsModel {
  /// The tabs above the list.
  enum Tab {
    ALL,
    RUNNING,
    NEED_YOU,
    DONE;

    boolean takes(JobLine line) {
      DisplayState face = DisplayState.of(line);
      return switch (this) {
        case ALL -> true;
        case RUNNING -> face.moving();
        case NEED_YOU -> face.needsPerson();
        case DONE -> !face.moving() && !face.needsPerson();
      };
    }
  }

  private final ObservableList<JobLine> lines = FXCollections.observableArrayList();
  private final FilteredList<JobLine> shown = new FilteredList<>(lines);
  // Held here because an unmodifiable list listens to its source weakly: if only callers held it,
  // it
  // would be collected while they still wait for changes.
  private final ObservableList<JobLine> readableLines =
      FXCollections.unmodifiableObservableList(lines);
  private final ObservableList<JobLine> readableShown =
      FXCollections.unmodifiableObservableList(shown);
  private final ReadOnlyObjectWrapper<Tab> tab = new ReadOnlyObjectWrapper<>(Tab.ALL);
  private final ReadOnlyStringWrapper filter = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<String>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<JobLine>> selectedLine =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Instant>> updated =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
  private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

  ObservableList<JobLine> shown() {
    return readableShown;
  }

  ObservableList<JobLine> lines() {
    return readableLines;
  }

  ReadOnlyObjectProperty<Tab> tab() {
    return tab.getReadOnlyProperty();
  }

  ReadOnlyStringProperty filter() {
    return filter.getReadOnlyProperty();
  }

  /// The selected line as it is now.
  ReadOnlyObjectProperty<Optional<JobLine>> selected() {
    return selectedLine.getReadOnlyProperty();
  }

  /// The key of the selected line, which may not be on the list yet.
  ReadOnlyObjectProperty<Optional<String>> selectedKey() {
    return selected.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Instant>> updated() {
    return updated.getReadOnlyProperty();
  }

  /// The time that ages are counted to; moves each second.
  ReadOnlyObjectProperty<Instant> now() {
    return now.getReadOnlyProperty();
  }

  ReadOnlyIntegerProperty running() {
    return running.getReadOnlyProperty();
  }

  /// Why the list may be stale; empty when it is not.
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  long count(Tab which) {
    return lines.stream().filter(which::takes).count();
  }

  void apply(JobBoard board, String trouble) {
    Map<String, JobLine> news = new HashMap<>();
    board.lines().forEach(line -> news.put(line.key(), line));
    lines.removeIf(line -> !news.containsKey(line.key()));
    for (int i = 0; i < lines.size(); i++) {
      JobLine next = news.remove(lines.get(i).key());
      if (next != null && !next.equals(lines.get(i))) {
        lines.set(i, next);
      }
    }
    List<JobLine> fresh = board.lines().stream().filter(l -> news.containsKey(l.key())).toList();
    lines.addAll(0, fresh);
    running.set((int) board.active());
    updated.set(Optional.of(board.at()));
    problem.set(trouble);
    loaded.set(true);
    refreshSelection();
  }

  void trouble(String text) {
    problem.set(text);
  }

  void tick(Instant instant) {
    now.set(instant);
  }

  void select(Optional<String> key) {
    selected.set(key);
    refreshSelection();
  }

  void show(Tab which) {
    tab.set(which);
    narrow();
  }

  void filter(String text) {
    filter.set(text);
    narrow();
  }

  /// Orders the lines as they are now; news replaces a line where it stands.
  void sort(Comparator<JobLine> order) {
    List<JobLine> sorted = lines.stream().sorted(order).toList();
    if (!sorted.equals(lines)) {
      lines.setAll(sorted);
    }
  }

  private void narrow() {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    Predicate<JobLine> byTab = tab.get()::takes;
    shown.setPredicate(byTab.and(line -> wanted.isEmpty() || textOf(line).contains(wanted)));
  }

  private static String textOf(JobLine line) {
    return (line.title() + " " + line.source() + " " + line.model() + " " + line.destination())
        .toLowerCase(Locale.ROOT);
  }

  private void refreshSelection() {
    selectedLine.set(
        selected.get().flatMap(key -> lines.stream().filter(l -> l.key().equals(key)).findFirst()));
  }
}
