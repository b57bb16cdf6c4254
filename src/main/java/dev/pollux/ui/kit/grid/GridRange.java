package dev.pollux.ui.kit.grid;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.grid.rows.GridMarks;
import dev.pollux.ui.kit.grid.rows.GridRow;
import dev.pollux.ui.kit.grid.rows.LazyRows;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Which rows of a grid are in sight and how many are marked, as a line of text; whoever copies
/// says there how far it is.
final class GridRange {
  private final TableView<GridRow> table;
  private final GridMarks marks;
  private final ReadOnlyIntegerProperty first;
  private final BooleanSupplier busy;
  private final Words words;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final PauseTransition soon = new PauseTransition(Duration.millis(60));
  private Optional<LazyRows> rows = Optional.empty();
  private @Nullable VirtualFlow<?> followed;
  private Runnable onScrolled = () -> {};
  private Supplier<String> more = () -> "";

  /// @param first the row at place 0 of the table
  /// @param busy whether rows are being copied
  GridRange(
      TableView<GridRow> table,
      ReadOnlyIntegerProperty first,
      GridMarks marks,
      BooleanSupplier busy,
      Words words) {
    this.first = first;
    this.busy = busy;
    this.table = table;
    this.marks = marks;
    this.words = words;
    soon.setOnFinished(_ -> show());
    table.heightProperty().subscribe(_ -> later());
    marks.span().subscribe(_ -> later());
  }

  ReadOnlyStringProperty text() {
    return text.getReadOnlyProperty();
  }

  /// The rows of the grid; none when it shows no table.
  void of(Optional<LazyRows> now) {
    rows = now;
    // Where there is no row, nothing is drawn that would say which are in sight.
    if (now.filter(it -> it.size() > 0).isEmpty()) {
      text.set("");
    }
    later();
  }

  /// Something else is said, until something changes.
  void say(String other) {
    text.set(other);
  }

  /// What is always said with the rows; empty where that is nothing.
  void withRows(Supplier<String> words) {
    more = words;
  }

  /// Hears of each move of the rows in sight.
  void onScrolled(Runnable heard) {
    onScrolled = heard;
  }

  void later() {
    soon.playFromStart();
  }

  /// The part of the grid that scrolls, once it is drawn.
  Optional<VirtualFlow<?>> flow() {
    return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
            && flow.getFirstVisibleCell() != null
        ? Optional.of(flow)
        : Optional.empty();
  }

  private void show() {
    if (rows.filter(it -> it.size() > 0).isEmpty() || busy.getAsBoolean()) {
      return;
    }
    int size = rows.get().size();
    flow()
        .ifPresent(flow -> {
          int first = this.first.get() + flow.getFirstVisibleCell().getIndex() + 1;
          int last = Math.min(size, this.first.get() + flow.getLastVisibleCell().getIndex() + 1);
          String seen = words.get("kit.grid.range", first, last, size) + more.get();
          text.set(
              marks
                  .span()
                  .get()
                  .map(span -> seen + " · " + words.get("kit.grid.marked", span.size()))
                  .orElse(seen));
          follow(flow);
        });
  }

  private void follow(VirtualFlow<?> flow) {
    if (!flow.equals(followed)) {
      followed = flow;
      flow.positionProperty()
          .subscribe(_ -> {
            later();
            onScrolled.run();
          });
    }
  }
}
