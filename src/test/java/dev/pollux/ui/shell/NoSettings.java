package dev.pollux.ui.shell;

import dev.pollux.ui.kit.Screen;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/// A panel of settings with nothing but a field to write in.
final class NoSettings implements Screen {
  private final TextField field = new TextField();
  private final StackPane root = new StackPane(field);

  NoSettings() {
    field.setId("settings-search");
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void activate() {
    field.requestFocus();
  }
}
