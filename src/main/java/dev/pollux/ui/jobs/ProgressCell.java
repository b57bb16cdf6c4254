package dev.pollux.ui.jobs;

import dev.pollux.run.state.JobLine;
import dev.pollux.ui.jobs.state.DisplayState;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How many rows are done, as a bar and as a number.
final class ProgressCell extends TableCell<JobRow, JobRow> {
  private final JobWords words;
  private final ProgressBar bar = new ProgressBar();
  private final Label text = new Label();
  private final HBox both = new HBox(6, bar, text);

  ProgressCell(JobWords words) {
    this.words = words;
    bar.getStyleClass().addAll("jobs-bar", "small");
    both.setAlignment(Pos.CENTER_LEFT);
    text.setMinWidth(Region.USE_PREF_SIZE); // where there is little room the bar gives way
  }

  @Override
  protected void updateItem(JobRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    JobLine line = row.line();
    // An indeterminate bar would move for ever under the reader's eyes.
    bar.getStyleClass().removeIf(style -> style.startsWith("tone-"));
    bar.getStyleClass().add("tone-" + DisplayState.of(line).tone());
    bar.setProgress(Math.max(0, words.progress(line)));
    text.setText(words.rows(line));
    setGraphic(both);
  }
}
