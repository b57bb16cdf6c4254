package dev.pollux.ui.connection;

import dev.pollux.text.Words;
import java.util.Locale;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The projects to choose from, below the field that searches them.
final class ProjectPicker {
  private final ConnectionModel model;
  private final TextField field;
  private final FilteredList<String> found;
  private final ListView<String> list = new ListView<>();
  private final ToggleButton open = new ToggleButton();
  private final Label said = new Label();
  private final VBox root = new VBox(4);

  ProjectPicker(ConnectionModel model, Runnable search, TextField field, Words words) {
    this.model = model;
    this.field = field;
    found = new FilteredList<>(model.projects());
    open.setText(words.get("connection.projects.choose"));
    open.setId("connection-projects-open");
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setOnAction(_ -> {
      if (open.isSelected()) {
        search.run();
      }
    });
    list.setId("connection-projects");
    list.setItems(found);
    list.setPlaceholder(new Label(words.get("connection.projects.none")));
    list.getStyleClass().add("dense");
    list.setPrefHeight(112);
    list.setOnMouseClicked(_ -> take());
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        take();
      }
    });
    said.setId("connection-projects-said");
    said.setWrapText(true);
    said.getStyleClass().add("caption");
    root.getChildren().addAll(list, said);
    root.visibleProperty().bind(open.selectedProperty());
    root.managedProperty().bind(root.visibleProperty());
  }

  VBox root() {
    return root;
  }

  ToggleButton button() {
    return open;
  }

  Subscription bind() {
    said.textProperty().bind(model.projectsSaid());
    return field
        .textProperty()
        .subscribe(typed -> {
          String wanted = typed.strip().toLowerCase(Locale.ROOT);
          found.setPredicate(project -> project.contains(wanted));
        });
  }

  private void take() {
    String chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      open.setSelected(false);
      field.setText(chosen);
      field.requestFocus();
    }
  }
}
