package dev.pollux.ui.jobs;

import dev.pollux.run.state.JobBoard;
import dev.pollux.text.Words;
import dev.pollux.ui.jobs.state.JobRow;
import dev.pollux.ui.jobs.state.JobWords;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What a job is called, with an arrow before those that unfold into several.
final class JobNameCell extends TableCell<JobRow, JobRow> {
  private static final double INDENT = 16;
  private final Words words;
  private final JobWords jobWords;
  private final Function<JobBoard.Elsewhere, String> connections;
  private final Label first = new Label();
  private final Label second = new Label();
  private final Label badge = new Label();
  private final FontIcon icon = new FontIcon();
  private final StackPane arrow = new StackPane(icon);
  private final HBox both;
  private final Tooltip whole = new Tooltip();

  /// @param connections what the connection of a run is called that is not this one
  /// @param folds hears of the row that is to be folded or unfolded
  JobNameCell(
      Words words,
      JobWords jobWords,
      Function<JobBoard.Elsewhere, String> connections,
      Consumer<JobRow> folds) {
    this.connections = connections;
    this.words = words;
    this.jobWords = jobWords;
    // Names that begin alike end differently.
    first.getStyleClass().add("jobs-name");
    first.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    second.getStyleClass().add("caption");
    badge.getStyleClass().addAll("badge", "jobs-connection");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    badge.managedProperty().bind(badge.visibleProperty());
    HBox below = new HBox(4, badge, second);
    below.setAlignment(Pos.CENTER_LEFT);
    VBox lines = new VBox(first, below);
    lines.setAlignment(Pos.CENTER_LEFT);
    arrow.getStyleClass().add("jobs-fold");
    arrow.setOnMouseClicked(click -> {
      click.consume();
      if (getItem() != null) {
        folds.accept(getItem());
      }
    });
    both = new HBox(2, arrow, lines);
    both.setAlignment(Pos.CENTER_LEFT);
    below.managedProperty().bind(second.textProperty().isNotEmpty().or(badge.visibleProperty()));
    whole.textProperty().bind(first.textProperty().concat("\n").concat(second.textProperty()));
  }

  @Override
  protected void updateItem(JobRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    first.setText(jobWords.name(row));
    second.setText(row.isPart() ? "" : jobWords.source(row.line()));
    badge.setVisible(row.elsewhere().isPresent() && !row.isPart());
    badge.setText(row.elsewhere().map(connections).orElse(""));
    icon.setIconCode(
        row.fold() == JobRow.Fold.UNFOLDED
            ? MaterialDesignC.CHEVRON_DOWN
            : MaterialDesignC.CHEVRON_RIGHT);
    arrow.setVisible(row.folds());
    arrow.setAccessibleText(
        words.get(row.fold() == JobRow.Fold.UNFOLDED ? "jobs.fold" : "jobs.unfold"));
    both.setPadding(new Insets(0, 0, 0, row.isPart() ? INDENT : 0));
    setGraphic(both);
    setTooltip(whole);
  }
}
