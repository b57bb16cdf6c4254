package dev.pollux.ui.results.summary;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// A small button on a card, whose words are never cut.
final class CardButton {
  private CardButton() {}

  static Button of(String text, String id, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
