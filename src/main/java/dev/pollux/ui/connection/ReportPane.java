package dev.pollux.ui.connection;

import dev.pollux.doctor.DoctorReport;
import dev.pollux.doctor.DoctorWords;
import dev.pollux.doctor.StepOutcome;
import dev.pollux.doctor.StepResult;
import dev.pollux.text.Words;
import java.io.File;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What the last test of a connection found: a line a step, and below one that is to be mended what
/// mends it.
final class ReportPane {
  private final ConnectionModel model;
  private final ConnectionController controller;
  private final Words words;
  private final DoctorWords said;
  private final Label sum = new Label();
  private final Button copy = new Button();
  private final Button save = new Button();
  private final VBox lines = new VBox(6);
  private final VBox root = new VBox(8);

  ReportPane(ConnectionModel model, ConnectionController controller, Words words) {
    this.model = model;
    this.controller = controller;
    this.words = words;
    this.said = new DoctorWords(words);
    sum.setId("connection-test-sum");
    sum.getStyleClass().add("heading");
    sum.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sum, Priority.ALWAYS);
    copy.setId("connection-test-copy");
    copy.setText(words.get("connection.test.copy"));
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(_ -> controller.onCopyReport());
    save.setId("connection-test-save");
    save.setText(words.get("connection.test.save"));
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(_ -> save());
    HBox head = new HBox(8, sum, copy, save);
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setId("connection-test-lines");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("connection-report");
    root.getChildren().addAll(head, scroll);
    root.managedProperty().bind(root.visibleProperty());
  }

  VBox root() {
    return root;
  }

  Subscription bind() {
    show();
    return Subscription.combine(
        model.report().subscribe(() -> show()), model.testing().subscribe(() -> show()));
  }

  private void show() {
    show(model.report().get());
  }

  private void show(Optional<DoctorReport> report) {
    boolean testing = model.testing().get();
    root.setVisible(testing || report.isPresent());
    sum.setText(report.map(said::sum).orElse(words.get("connection.test.running")));
    copy.setVisible(report.isPresent());
    save.setVisible(report.isPresent());
    lines.getChildren().clear();
    report.ifPresent(found -> found.results().forEach(this::line));
  }

  private void save() {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName("pollux-doctor.txt");
    @Nullable File chosen = chooser.showSaveDialog(root.getScene().getWindow());
    if (chosen != null) {
      controller.onSaveReport(chosen.toPath());
    }
  }

  private void line(StepResult result) {
    Label name = new Label(said.name(result.step()), icon(result));
    name.getStyleClass().add("connection-step");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label what = new Label(said.found(result));
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(what, Priority.ALWAYS);
    HBox line = new HBox(8, name, what);
    line.setId("connection-step-" + result.step().id());
    lines.getChildren().add(line);
    below(said.next(result), "");
    below(DoctorWords.details(result), "caption");
    command(DoctorWords.command(result), result);
  }

  private void below(String text, String style) {
    if (!text.isEmpty()) {
      Label label = new Label(text);
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      label.getStyleClass().addAll("connection-below", style);
      lines.getChildren().add(label);
    }
  }

  private void command(String command, StepResult result) {
    if (command.isEmpty()) {
      return;
    }
    Label text = new Label(command);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.getStyleClass().add("mono");
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button take = new Button(words.get("connection.test.copy-command"));
    take.setId("connection-copy-" + result.step().id());
    take.setMinWidth(Region.USE_PREF_SIZE);
    take.setOnAction(_ -> controller.onCopy(command));
    HBox box = new HBox(8, text, take);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().addAll("connection-below", "connection-command");
    lines.getChildren().add(box);
  }

  private static FontIcon icon(StepResult result) {
    return switch (result.outcome()) {
      case StepOutcome.Fine _ -> icon(new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE), "fine");
      case StepOutcome.Wrong _, StepOutcome.Refused _ ->
          icon(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE), "mend");
      case StepOutcome.Skipped _, StepOutcome.Same _ ->
          icon(new FontIcon(MaterialDesignM.MINUS_CIRCLE_OUTLINE), "skipped");
    };
  }

  private static FontIcon icon(FontIcon icon, String style) {
    icon.getStyleClass().add("step-" + style);
    return icon;
  }
}
