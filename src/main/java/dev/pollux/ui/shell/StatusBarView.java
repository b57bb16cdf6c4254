package dev.pollux.ui.shell;

import dev.pollux.domain.Elapsed;
import dev.pollux.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The bar at the bottom: what runs, how fresh it is, messages.
final class StatusBarView {
  private final HBox root = new HBox(16);
  private final HBox tasks = new HBox(12);
  private final Label running = new Label();
  private final Label fresh = new Label();
  private final Button messages = new Button();
  private final Words words;
  private final List<Runnable> undo = new ArrayList<>();

  StatusBarView(ShellModel model, ShellController controller, Words words) {
    this.words = words;
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    running.setId("shell-running");
    fresh.setId("shell-updated");
    messages.setId("shell-messages");
    messages.getStyleClass().addAll("flat", "shell-status-button");
    messages.setOnAction(_ -> controller.onMessages(!model.messagesOpen().get()));
    root.getStyleClass().addAll("shell-status", "side", "line-top");
    root.setAlignment(Pos.CENTER_LEFT);
    tasks.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(running, tasks, space, fresh, messages);
  }

  HBox root() {
    return root;
  }

  void bind(ShellModel model) {
    running
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words.get("shell.status.running", model.running().get()), model.running()));
    // A job that is being sent is a task of its own, and is none of those that are followed yet.
    running
        .visibleProperty()
        .bind(model.running().greaterThan(0).or(Bindings.isEmpty(model.tasks())));
    running.managedProperty().bind(running.visibleProperty());
    messages
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words.get("shell.status.messages", model.messages().size()),
                model.messages()));
    ListChangeListener<ShownTask> redraw = _ -> showTasks(model);
    model.tasks().addListener(redraw);
    undo.add(() -> model.tasks().removeListener(redraw));
    showTasks(model);
    undo.add(model.now().subscribe(_ -> showFreshness(model))::unsubscribe);
  }

  void unbind() {
    running.textProperty().unbind();
    running.visibleProperty().unbind();
    messages.textProperty().unbind();
    undo.forEach(Runnable::run);
    undo.clear();
  }

  private void showTasks(ShellModel model) {
    tasks.getChildren().setAll(model.tasks().stream().map(this::task).toList());
  }

  private Node task(ShownTask task) {
    Label name = new Label();
    name.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    task.progress().get() < 0
                        ? task.name()
                        : words.get("shell.status.task", task.name(), task.progress().get()),
                task.progress()));
    Button stop = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    stop.setAccessibleText(words.get("shell.status.cancel", task.name()));
    stop.getStyleClass().addAll("flat", "button-icon", "shell-status-button");
    stop.setOnAction(_ -> task.cancel().run());
    HBox both = new HBox(2, name, stop);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private void showFreshness(ShellModel model) {
    fresh.setText(
        model
            .updated()
            .get()
            .map(at -> Elapsed.between(at, model.now().get()).toSeconds())
            .map(seconds ->
                seconds < 90
                    ? words.get("shell.status.seconds-ago", seconds)
                    : words.get("shell.status.minutes-ago", seconds / 60))
            .orElse(""));
  }
}
