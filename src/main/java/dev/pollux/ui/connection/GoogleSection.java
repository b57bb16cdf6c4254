package dev.pollux.ui.connection;

import dev.pollux.domain.Connection;
import dev.pollux.text.Words;
import java.util.Optional;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Google's half of the panel: project, location, and whose credentials are used.
final class GoogleSection {
  private final ConnectionModel model;
  private final TextField project = new TextField();
  private final TextField location = new TextField("us-central1");
  private final Button connect = new Button();
  private final VBox root = new VBox(8);

  GoogleSection(ConnectionModel model, ConnectionController controller, Words words) {
    this.model = model;
    Label title = new Label(words.get("connection.google.title"));
    title.getStyleClass().add("heading");
    Label text = new Label(words.get("connection.google.text"));
    text.setWrapText(true);
    project.setId("connection-project");
    project.setPromptText(words.get("connection.project.prompt"));
    location.setId("connection-location");
    connect.setText(words.get("connection.google.connect"));
    connect.setId("connection-google");
    connect.getStyleClass().add("accent");
    connect.setOnAction(_ -> controller.onGoogle(project.getText(), location.getText()));
    project.setOnAction(_ -> connect.fire());
    location.setOnAction(_ -> connect.fire());
    root.getChildren()
        .addAll(
            title,
            text,
            label(words.get("connection.project.label"), project),
            project,
            problem(model.projectProblem(), "connection-project-problem"),
            label(words.get("connection.location.label"), location),
            location,
            problem(model.locationProblem(), "connection-location-problem"),
            connect,
            problem(model.failure(), "connection-failure"));
  }

  VBox root() {
    return root;
  }

  Subscription bind() {
    return model.current().subscribe(this::show);
  }

  private void show(Optional<Connection> now) {
    if (now.isPresent() && now.get() instanceof Connection.Google google) {
      project.setText(google.project());
      location.setText(google.location().id());
    }
  }

  private static Label label(String text, TextField field) {
    Label label = new Label(text);
    label.setLabelFor(field);
    label.getStyleClass().add("caption");
    return label;
  }

  private static Label problem(ObservableStringValue text, String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.getStyleClass().add("problem");
    label.textProperty().bind(text);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
