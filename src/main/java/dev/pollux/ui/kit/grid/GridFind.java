package dev.pollux.ui.kit.grid;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.FindBar;
import dev.pollux.ui.kit.OffThread;
import dev.pollux.ui.kit.grid.rows.GridColumn;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Finds a text in the rows of a grid that are loaded, and says so where these are not all.
final class GridFind implements FindBar.Finder {
  private static final Duration TYPING = Duration.millis(120);
  private final Words words;
  private final OffThread offThread;
  private final Target target;
  private final FindBar bar;
  private final PauseTransition soon = new PauseTransition(TYPING);
  private GridSearch found = GridSearch.NOTHING;

  /// The text whose hits these are.
  private String sought = "";

  private int current = -1;
  private Runnable under = () -> {};

  /// The grid that is searched.
  interface Target {
    /// None while it shows no table.
    @Nullable LazyRows rows();

    List<GridColumn> columns();

    /// The selected cell, or where the grid begins.
    GridSearch.Hit position();

    void select(GridSearch.Hit hit);

    void focus();
  }

  GridFind(String grid, Words words, OffThread offThread, Target target) {
    this.words = words;
    this.offThread = offThread;
    this.target = target;
    this.bar = new FindBar(grid, words, this);
    soon.setOnFinished(_ -> search(true));
  }

  FindBar bar() {
    return bar;
  }

  @Override
  public void onText(String text) {
    if (text.isEmpty()) {
      forget();
      return;
    }
    soon.playFromStart();
  }

  /// The grid shows other rows, or more of them.
  void onRows() {
    if (bar.isOpen().get() && !bar.text().isEmpty()) {
      search(false);
    }
  }

  /// @param go whether to go to the hit that is next
  private void search(boolean go) {
    @Nullable LazyRows rows = target.rows();
    if (rows == null || bar.text().isEmpty()) {
      return;
    }
    under.run();
    soon.stop();
    String text = bar.text();
    List<LazyRows.Loaded> loaded = rows.loaded();
    List<GridColumn> columns = target.columns();
    AtomicReference<GridSearch> made = new AtomicReference<>(GridSearch.NOTHING);
    under =
        offThread.run(
            () -> made.set(GridSearch.of(text, columns, loaded)),
            () -> {
              sought = text;
              show(made.get(), go);
            },
            _ -> bar.say(words.get("kit.find.failed")));
  }

  private void show(GridSearch now, boolean go) {
    GridSearch.Hit from = current >= 0 ? found.hits().get(current) : target.position();
    found = now;
    current = now.hits().isEmpty() ? -1 : now.from(from);
    if (go && current >= 0) {
      target.select(now.hits().get(current));
    }
    say("");
  }

  @Override
  public void onStep(int by) {
    int size = found.hits().size();
    if (size == 0 || !bar.text().equals(sought)) {
      // Enter right after the last letter asks for the first hit of what is typed by now
      search(true);
      return;
    }
    int next = current + by;
    String turned =
        next >= size
            ? words.get("kit.find.from-top")
            : next < 0 ? words.get("kit.find.from-end") : "";
    current = Math.floorMod(next, size);
    target.select(found.hits().get(current));
    say(turned);
  }

  private void say(String turned) {
    @Nullable LazyRows rows = target.rows();
    int all = rows == null ? 0 : rows.size();
    int size = found.hits().size();
    String count =
        size == 0
            ? words.get("kit.find.none")
            : size >= GridSearch.MOST
                ? words.get("kit.find.many", current + 1, size)
                : words.get("kit.find.count", current + 1, size);
    String part =
        found.looked() < all ? " · " + words.get("kit.find.part", found.looked(), all) : "";
    bar.say(count + (turned.isEmpty() ? "" : " · " + turned) + part);
  }

  /// Nothing is found any more, as in a grid that shows another table.
  void forget() {
    under.run();
    soon.stop();
    found = GridSearch.NOTHING;
    sought = "";
    current = -1;
    bar.say("");
  }

  @Override
  public void onClosed() {
    forget();
    target.focus();
  }
}
