package dev.pollux.ui.jobs;

import dev.pollux.domain.job.BatchJob;
import dev.pollux.run.state.JobBoard;
import dev.pollux.run.state.JobLine;
import dev.pollux.run.state.ProgressPoint;
import dev.pollux.ui.jobs.state.DisplayState;
import dev.pollux.ui.jobs.state.JobOrder;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.StartHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/// The jobs as they were last heard of. Lines keep their places: news replaces a line where it
/// stands, new jobs come on top.
final class JobsModel {
  /// The tabs above the list.
  enum Tab {
    ALL,
    RUNNING,
    WAITING,
    NEED_YOU,
    DONE;

    boolean takes(JobLine line) {
      DisplayState face = DisplayState.of(line);
      return switch (this) {
        case ALL -> true;
        case RUNNING -> face.moving() && face != DisplayState.WAITING;
        case WAITING -> face == DisplayState.WAITING;
        case NEED_YOU -> face.needsPerson();
        case DONE -> !face.moving() && !face.needsPerson();
      };
    }
  }

  /// @param column by its id
  record Order(String column, boolean ascending) {}

  private final ObservableList<JobLine> lines = FXCollections.observableArrayList();
  private final JobRows rows = new JobRows();
  private final Set<String> unfolded = new HashSet<>();
  private Map<String, List<ProgressPoint>> progress = Map.of();
  private Map<String, JobBoard.Elsewhere> elsewhere = Map.of();
  private List<JobLine> shown = List.of();
  private List<JobBoard.Elsewhere> shownOthers = List.of();
  private StartHistory history = StartHistory.NONE;
  private Optional<Order> order = Optional.empty();
  private long started = -1;
  // Held here because an unmodifiable list listens to its source weakly: if only callers held it,
  // it
  // would be collected while they still wait for changes.
  private final ObservableList<JobLine> readableLines =
      FXCollections.unmodifiableObservableList(lines);
  private final ReadOnlyObjectWrapper<Tab> tab = new ReadOnlyObjectWrapper<>(Tab.ALL);
  private final ReadOnlyStringWrapper filter = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<String>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<JobRow>> selectedRow =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Instant>> updated =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
  private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

  /// What the list shows: the lines that fit tab and filter, and below those that are unfolded
  /// their jobs.
  ObservableList<JobRow> rows() {
    return rows.all();
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

  /// The selected row as it is now.
  ReadOnlyObjectProperty<Optional<JobRow>> selected() {
    return selectedRow.getReadOnlyProperty();
  }

  /// True while rows change of which a table selects one that nobody chose.
  ReadOnlyBooleanProperty replacing() {
    return rows.replacing();
  }

  /// The key of the selected row, which may not be on the list yet.
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

  /// Goes on as another one was left: its jobs in their order, and what of them was to be seen.
  void goOnFrom(JobsModel before) {
    unfolded.addAll(before.unfolded);
    progress = before.progress;
    elsewhere = before.elsewhere;
    tab.set(before.tab.get());
    filter.set(before.filter.get());
    order = before.order;
    lines.setAll(before.lines);
    running.set(before.running.get());
    loaded.set(before.loaded.get());
    selected.set(before.selected.get());
    lookBack();
    showRows();
    refreshSelection();
    updated.set(before.updated.get());
  }

  /// The column by which a person had the list ordered; empty where it is as it came.
  Optional<Order> order() {
    return order;
  }

  void order(Optional<Order> by) {
    order = by;
  }

  /// @param others the runs of other connections that are shown
  void apply(JobBoard board, List<JobBoard.Elsewhere> others, String trouble) {
    problem.set(trouble);
    progress = board.progress();
    if (loaded.get() && isShown(board.lines()) && others.equals(shownOthers)) {
      refreshSelection();
    } else {
      show(board, others);
    }
    // Last: what counts lines looks when this changes.
    updated.set(Optional.of(board.at()));
  }

  private void show(JobBoard board, List<JobBoard.Elsewhere> others) {
    shown = board.lines();
    shownOthers = others;
    List<JobLine> all = together(board.lines(), others);
    elsewhere =
        others.stream().collect(Collectors.toMap(one -> one.line().key(), one -> one, (a, _) -> a));
    Map<String, JobLine> news = new HashMap<>();
    all.forEach(line -> news.put(line.key(), line));
    lines.removeIf(line -> !news.containsKey(line.key()));
    for (int i = 0; i < lines.size(); i++) {
      JobLine next = news.remove(lines.get(i).key());
      if (next != null && !next.equals(lines.get(i))) {
        lines.set(i, next);
      }
    }
    List<JobLine> fresh = all.stream().filter(l -> news.containsKey(l.key())).toList();
    lines.addAll(0, fresh);
    running.set((int) board.active());
    loaded.set(true);
    lookBack();
    showRows();
    refreshSelection();
  }

  /// The follower gives the same list where nothing changed.
  @SuppressWarnings("ReferenceEquality")
  private boolean isShown(List<JobLine> next) {
    return shown == next;
  }

  private static List<JobLine> together(List<JobLine> here, List<JobBoard.Elsewhere> others) {
    if (others.isEmpty()) {
      return here;
    }
    Set<String> keys = here.stream().map(JobLine::key).collect(Collectors.toSet());
    return Stream.concat(
            here.stream(),
            others.stream()
                .map(JobBoard.Elsewhere::line)
                .filter(line -> !keys.contains(line.key())))
        .sorted(JobOrder.NEWEST_FIRST)
        .toList();
  }

  private List<JobRow> rows(JobLine line) {
    return JobRow.of(
        line, unfolded.contains(line.key()), Optional.ofNullable(elsewhere.get(line.key())));
  }

  /// Only where one more has started: of ten thousand jobs this would be felt at each tick.
  private void lookBack() {
    long now = lines.stream().filter(JobsModel::hasStarted).count();
    if (now != started) {
      started = now;
      history = StartHistory.of(lines);
    }
  }

  private static boolean hasStarted(JobLine line) {
    return line.job().flatMap(BatchJob::started).isPresent();
  }

  /// How long jobs waited before they started.
  StartHistory history() {
    return history;
  }

  /// How many rows were done when the job was looked at.
  List<ProgressPoint> progress(JobRow row) {
    return progress.getOrDefault(row.key(), List.of());
  }

  /// Shows the jobs of a run below it, or no longer.
  void fold(JobRow row) {
    String key = row.line().key();
    if (!unfolded.remove(key)) {
      unfolded.add(key);
    }
    if (selected.get().filter(chosen -> chosen.startsWith(JobLine.PART)).isPresent()) {
      selected.set(Optional.of(key)); // what is folded away cannot stay selected
    }
    showRows();
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
    showRows();
  }

  void filter(String text) {
    filter.set(text);
    showRows();
  }

  /// Orders the lines as they are now; news replaces a line where it stands.
  void sort(Comparator<JobLine> order) {
    List<JobLine> sorted = lines.stream().sorted(order).toList();
    if (!sorted.equals(lines)) {
      lines.setAll(sorted);
      showRows();
    }
  }

  private void showRows() {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    Predicate<JobLine> byTab = tab.get()::takes;
    List<JobRow> next =
        lines.stream()
            .filter(byTab.and(line -> wanted.isEmpty() || textOf(line).contains(wanted)))
            .flatMap(line -> rows(line).stream())
            .toList();
    rows.show(next, hides(next));
  }

  /// Whether the selected row goes out of sight by itself: its job is in another tab by now. One
  /// that was deleted leaves its place to the next.
  private boolean hides(List<JobRow> next) {
    return selected
        .get()
        .filter(key ->
            next.stream().noneMatch(row -> row.key().equals(key))
                && lines.stream().anyMatch(line -> line.key().equals(key)))
        .isPresent();
  }

  private static String textOf(JobLine line) {
    return (line.title() + " " + line.source() + " " + line.model() + " " + line.destination())
        .toLowerCase(Locale.ROOT);
  }

  private void refreshSelection() {
    selectedRow.set(
        selected
            .get()
            .flatMap(key ->
                lines.stream()
                    .flatMap(line -> rows(line).stream())
                    .filter(row -> row.key().equals(key))
                    .findFirst()));
  }
}
