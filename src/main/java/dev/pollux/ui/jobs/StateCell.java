package dev.pollux.ui.jobs;

import dev.pollux.run.JobLine;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// A state as icon, words and colour: never colour alone.
final class StateCell extends TableCell<JobLine, JobLine> {
  private static final List<String> TONES = List.of("ok", "warning", "danger", "accent", "quiet");
  private final JobWords words;
  private final FontIcon icon = new FontIcon();
  private final Label label = new Label("", icon);

  StateCell(JobWords words) {
    this.words = words;
    label.getStyleClass().add("jobs-state");
    label.setWrapText(true);
  }

  @Override
  protected void updateItem(JobLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      return;
    }
    DisplayState face = DisplayState.of(line);
    icon.setIconCode(icon(face));
    label.setText(words.state(line));
    TONES.forEach(tone -> label.getStyleClass().remove("tone-" + tone));
    label.getStyleClass().add("tone-" + face.tone());
    setGraphic(label);
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
