package dev.pollux.ui.wizard.requests.answer;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The widths in the table of the answer's columns: the same for its head and all its lines.
final class MemberColumns {
  private MemberColumns() {}

  static GridPane line() {
    GridPane line = new GridPane();
    ColumnConstraints name = share(21);
    ColumnConstraints type = fixed(90);
    ColumnConstraints values = share(21);
    ColumnConstraints required = fixed(36);
    ColumnConstraints meaning = new ColumnConstraints(40, 100, Double.MAX_VALUE);
    meaning.setHgrow(Priority.ALWAYS);
    ColumnConstraints more = fixed(26);
    line.getColumnConstraints().setAll(name, type, values, required, meaning, more);
    return line;
  }

  private static ColumnConstraints share(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }

  private static ColumnConstraints fixed(double width) {
    return new ColumnConstraints(width, width, width);
  }
}
