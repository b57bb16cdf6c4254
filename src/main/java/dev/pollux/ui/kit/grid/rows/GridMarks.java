package dev.pollux.ui.kit.grid.rows;

import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;

/// The rows that are marked for copying, as two numbers however many they are.
public final class GridMarks {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private final ReadOnlyObjectWrapper<Optional<Span>> span =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerProperty first;
  private int anchor;

  /// Rows `from` to `to`, both included.
  public record Span(int from, int to) {
    public boolean has(int row) {
      return row >= from && row <= to;
    }

    public int size() {
      return to - from + 1;
    }
  }

  /// @param first the row at place 0 of the table
  public GridMarks(ReadOnlyIntegerProperty first) {
    this.first = first;
  }

  /// The row shows from now on whether it is marked.
  public <R extends TableRow<GridRow>> R onto(R row) {
    span.subscribe(_ -> paint(row));
    first.subscribe(_ -> paint(row));
    row.indexProperty().subscribe(_ -> paint(row));
    return row;
  }

  private void paint(TableRow<GridRow> row) {
    boolean marked = span.get().isPresent() && span.get().get().has(first.get() + row.getIndex());
    row.pseudoClassStateChanged(MARKED, marked);
  }

  public ReadOnlyObjectProperty<Optional<Span>> span() {
    return span.getReadOnlyProperty();
  }

  /// The next marks begin here; nothing is marked now.
  public void anchorAt(int row) {
    anchor = row;
    span.set(Optional.empty());
  }

  /// Marks from the anchor up to this row.
  public void upTo(int row) {
    span.set(Optional.of(new Span(Math.min(anchor, row), Math.max(anchor, row))));
  }

  public void all(int rows) {
    anchor = 0;
    span.set(rows == 0 ? Optional.empty() : Optional.of(new Span(0, rows - 1)));
  }
}
