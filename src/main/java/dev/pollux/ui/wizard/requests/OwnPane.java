package dev.pollux.ui.wizard.requests;

import dev.pollux.text.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The table has requests of its own: there is nothing to write, and it says so.
final class OwnPane {
  private final VBox root;

  OwnPane(Words words) {
    Label what = new Label(words.get("wizard.requests.own-what"));
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    what.getStyleClass().add("quiet");
    root = new VBox(what);
    root.getStyleClass().add("studio-own");
  }

  Region root() {
    return root;
  }
}
