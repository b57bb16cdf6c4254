package dev.pollux.ui.jobs;

import dev.pollux.run.state.JobLine;
import dev.pollux.ui.jobs.state.JobRow;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// What matters, and below it, quietly, what belongs to it. The first may change with the time.
final class TwoLineCell extends TableCell<JobRow, JobRow> {
  private final BiFunction<JobLine, Instant, String> text;
  private final Function<JobLine, String> caption;
  private final ReadOnlyObjectProperty<Instant> now;
  private final Label first = new Label();
  private final Label second = new Label();
  private final VBox lines = new VBox(first, second);
  private final Tooltip whole = new Tooltip();

  TwoLineCell(
      BiFunction<JobLine, Instant, String> text,
      Function<JobLine, String> caption,
      ReadOnlyObjectProperty<Instant> now) {
    this.text = text;
    this.caption = caption;
    this.now = now;
    second.getStyleClass().add("caption");
    lines.setAlignment(Pos.CENTER_LEFT);
    whole.textProperty().bind(first.textProperty().concat("\n").concat(second.textProperty()));
  }

  @Override
  protected void updateItem(JobRow row, boolean empty) {
    super.updateItem(row, empty);
    first.textProperty().unbind();
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    JobLine line = row.line();
    first
        .textProperty()
        .bind(Bindings.createStringBinding(() -> text.apply(line, row.asOf(now.get())), now));
    second.setText(caption.apply(line));
    setGraphic(lines);
    setTooltip(whole);
  }
}
