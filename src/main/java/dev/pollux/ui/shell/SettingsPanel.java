package dev.pollux.ui.shell;

import dev.pollux.text.Words;
import dev.pollux.ui.kit.Screen;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The settings in a panel above the screens.
final class SettingsPanel implements FloatingPanel {
  private final Screen settings;
  private final VBox root = new VBox(12);

  SettingsPanel(Screen settings, ShellController controller, Words words) {
    this.settings = settings;
    Label title = new Label(words.get("shell.settings.title"));
    title.getStyleClass().add("title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button close = new Button(words.get("shell.messages.close"));
    close.setId("settings-close");
    close.setOnAction(_ -> controller.onSettings(false));
    HBox head = new HBox(8, title, space, close);
    head.setAlignment(Pos.CENTER_LEFT);
    Parent all = settings.root();
    VBox.setVgrow(all, Priority.ALWAYS);
    root.setId("settings-panel");
    root.getStyleClass().addAll("card", "shell-messages");
    root.getChildren().addAll(head, all);
    root.setMaxSize(640, 620);
  }

  @Override
  public VBox root() {
    return root;
  }

  @Override
  public void open() {
    settings.activate();
  }
}
