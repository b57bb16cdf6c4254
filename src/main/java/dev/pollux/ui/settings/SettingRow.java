package dev.pollux.ui.settings;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One thing that can be set: its name, what it does, and the control; or something that holds
/// without being set, and is looked for in the same place.
final class SettingRow {
  private final String text;
  private final HBox root;

  /// @param section the name of the section that it stands in, which is found too
  /// @param control what it is set with; empty where there is nothing to set
  SettingRow(String section, String name, String explained, Optional<Region> control) {
    text = String.join("\n", section, name, explained).toLowerCase(Locale.ROOT);
    Label title = new Label(name);
    Label caption = new Label(explained);
    caption.getStyleClass().add("caption");
    caption.setWrapText(true);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    VBox said = new VBox(2, title, caption);
    HBox.setHgrow(said, Priority.ALWAYS);
    root = new HBox(16, said);
    root.setAlignment(Pos.CENTER_LEFT);
    control.ifPresent(with -> {
      title.setLabelFor(with);
      with.setMinWidth(Region.USE_PREF_SIZE);
      with.setAccessibleText(name);
      with.setAccessibleHelp(explained);
      root.getChildren().add(with);
    });
    root.managedProperty().bind(root.visibleProperty());
  }

  Node root() {
    return root;
  }

  /// Shows it where it has each of the words that are looked for.
  ///
  /// @return whether it is shown
  boolean show(String searched) {
    boolean found = true;
    for (String word : searched.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      found &= text.contains(word);
    }
    root.setVisible(found);
    return found;
  }
}
