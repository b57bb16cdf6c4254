package dev.pollux.ui.jobs;

import dev.pollux.run.state.JobLine;
import dev.pollux.ui.jobs.state.DisplayState;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import dev.pollux.ui.jobs.state.StartHistory;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// A state as icon, words and colour: never colour alone.
final class StateCell extends TableCell<JobRow, JobRow> {
  private static final List<String> TONES = List.of("ok", "warning", "danger", "accent", "quiet");
  private final JobWords words;
  private final FontIcon icon = new FontIcon();
  private final Supplier<StartHistory> history;
  private final Label label = new Label();
  private final Label note = new Label();
  private final VBox lines = new VBox(label, note);
  private final HBox both = new HBox(4, icon, lines);

  StateCell(JobWords words, Supplier<StartHistory> history) {
    this.words = words;
    this.history = history;
    note.getStyleClass().add("caption");
    icon.getStyleClass().add("jobs-state-icon");
    note.managedProperty().bind(note.textProperty().isNotEmpty());
    lines.setAlignment(Pos.CENTER_LEFT);
    both.setAlignment(Pos.CENTER_LEFT);
    label.getStyleClass().add("jobs-state");
    label.setWrapText(true);
  }

  @Override
  protected void updateItem(JobRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    JobLine line = row.line();
    DisplayState face = DisplayState.of(line);
    icon.setIconCode(icon(face));
    label.setText(words.state(line));
    note.setText(
        row.elsewhere()
            .map(other -> words.lastSeen(other.at()))
            .orElseGet(() -> words.stateNote(line, history.get())));
    for (Node toned : List.of(label, icon)) {
      TONES.forEach(tone -> toned.getStyleClass().remove("tone-" + tone));
      toned.getStyleClass().add("tone-" + face.tone());
    }
    setGraphic(both);
  }

  static Ikon icon(DisplayState face) {
    return switch (face) {
      case DONE -> MaterialDesignC.CHECK_CIRCLE;
      case DONE_SOME_FAILED, PARTLY, TIME_LIMIT, NEWER, CUT_SHORT, UNKNOWN, ABSENT ->
          MaterialDesignA.ALERT_CIRCLE;
      case DONE_NONE, IMPORT_FAILED, FAILED, REFUSED -> MaterialDesignC.CLOSE_CIRCLE;
      case EXPIRED -> MaterialDesignC.CLOCK_ALERT_OUTLINE;
      case RUNNING -> MaterialDesignP.PROGRESS_CLOCK;
      case SENDING, WAITING -> MaterialDesignC.CLOCK_OUTLINE;
      case STOPPING, STOPPED -> MaterialDesignS.STOP_CIRCLE_OUTLINE;
      case PAUSED -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
    };
  }
}
