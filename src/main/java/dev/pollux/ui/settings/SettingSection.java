package dev.pollux.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Settings that belong together, under their heading.
final class SettingSection {
  private final String name;
  private final List<SettingRow> rows = new ArrayList<>();
  private final VBox root = new VBox(12);

  SettingSection(String name) {
    this.name = name;
    Label heading = new Label(name);
    heading.getStyleClass().add("heading");
    root.getChildren().add(heading);
    root.managedProperty().bind(root.visibleProperty());
  }

  SettingSection with(String title, String explained, Region control) {
    return add(new SettingRow(name, title, explained, Optional.of(control)));
  }

  /// Something that holds without being set.
  SettingSection saying(String title, String explained) {
    return add(new SettingRow(name, title, explained, Optional.empty()));
  }

  private SettingSection add(SettingRow row) {
    rows.add(row);
    root.getChildren().add(row.root());
    return this;
  }

  VBox root() {
    return root;
  }

  /// @return whether anything of it is shown
  boolean show(String searched) {
    boolean found = false;
    for (SettingRow row : rows) {
      found |= row.show(searched);
    }
    root.setVisible(found);
    return found;
  }
}
