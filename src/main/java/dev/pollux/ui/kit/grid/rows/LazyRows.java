package dev.pollux.ui.kit.grid.rows;

import dev.pollux.domain.value.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ObservableListBase;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A list of as many rows as a table has, that holds only the pages that are looked at. Asking for
/// a row that is not here yet gives a blank one, and sends for its page.
public final class LazyRows extends ObservableListBase<GridRow> {
  static final int PAGE = 200;
  private static final int PAGES_KEPT = 30;
  private static final int PAGES_AT_ONCE = 3;
  private final RowSource source;
  private final int size;
  private final Consumer<Exception> failed;
  private final Map<Integer, List<GridRow>> pages =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<GridRow>> eldest) {
          return size() > PAGES_KEPT;
        }
      };
  private final Map<Integer, Runnable> loading = new HashMap<>();
  private boolean arriving;
  private final Deque<Integer> wanted = new ArrayDeque<>();
  // While one drags through millions of rows, only the pages of the last moment are worth a call.
  private final PauseTransition settle = new PauseTransition(Duration.millis(30));

  public LazyRows(RowSource source, long size, Consumer<Exception> failed) {
    this.source = source;
    this.size = (int) Math.min(size, Integer.MAX_VALUE);
    this.failed = failed;
    settle.setOnFinished(_ -> loadWanted());
  }

  @Override
  public GridRow get(int index) {
    int page = index / PAGE;
    @Nullable List<GridRow> rows = pages.get(page);
    if (rows != null) {
      int at = index - page * PAGE;
      return at < rows.size() ? rows.get(at) : blank(index);
    }
    want(page);
    return blank(index);
  }

  private GridRow blank(int index) {
    return new GridRow(source.number(index), Optional.empty());
  }

  /// Whether the listeners are just being told that a page has arrived.
  public boolean arriving() {
    return arriving;
  }

  /// A row that is here, and its place in the list.
  public record Loaded(int place, Row row) {}

  /// The rows that are here, in their order.
  public List<Loaded> loaded() {
    List<Loaded> all = new ArrayList<>();
    pages.keySet().stream()
        .sorted()
        .toList()
        .forEach(page -> {
          List<GridRow> rows = pages.getOrDefault(page, List.of());
          for (int i = 0; i < rows.size(); i++) {
            int place = page * PAGE + i;
            rows.get(i).row().ifPresent(row -> all.add(new Loaded(place, row)));
          }
        });
    return all;
  }

  public RowSource source() {
    return source;
  }

  /// Where the row of that number stands; empty where it is not among these.
  public OptionalLong place(long number) {
    OptionalLong place = source.place(number);
    return place.isPresent() && place.getAsLong() < size ? place : OptionalLong.empty();
  }

  /// Whether these are the first rows of their table, in its order.
  public boolean isWhole() {
    return size == 0 || source.number(size - 1L) == size - 1L;
  }

  @Override
  public int size() {
    return size;
  }

  /// Asks once more for the pages that are here; until they come, the rows stay as they are.
  public void reload() {
    loading.values().forEach(Runnable::run);
    loading.clear();
    List.copyOf(pages.keySet()).forEach(this::load);
  }

  /// Stops all that is under way.
  public void close() {
    settle.stop();
    loading.values().forEach(Runnable::run);
    loading.clear();
  }

  private void want(int page) {
    if (loading.containsKey(page) || wanted.contains(page)) {
      return;
    }
    wanted.addLast(page);
    if (pages.isEmpty() && loading.isEmpty()) {
      loadWanted();
    } else {
      settle.play();
    }
  }

  private void loadWanted() {
    while (wanted.size() > PAGES_AT_ONCE) {
      wanted.removeFirst();
    }
    while (!wanted.isEmpty()) {
      load(wanted.removeLast());
    }
  }

  private void load(int page) {
    long start = (long) page * PAGE;
    int count = (int) Math.min(PAGE, size - start);
    loading.put(page, () -> {});
    Runnable cancel =
        source.load(
            start,
            count,
            rows -> arrived(page, rows),
            problem -> {
              loading.remove(page);
              failed.accept(problem);
            });
    loading.computeIfPresent(page, (_, _) -> cancel);
  }

  private void arrived(int page, List<Row> rows) {
    loading.remove(page);
    List<GridRow> all = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      all.add(new GridRow(source.number((long) page * PAGE + i), Optional.of(rows.get(i))));
    }
    pages.put(page, List.copyOf(all));
    int from = page * PAGE;
    arriving = true;
    beginChange();
    for (int i = from; i < Math.min(from + PAGE, size); i++) {
      nextUpdate(i);
    }
    endChange();
    arriving = false;
  }
}
