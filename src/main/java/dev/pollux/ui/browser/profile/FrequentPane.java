package dev.pollux.ui.browser.profile;

import dev.pollux.profile.ColumnProfile;
import dev.pollux.profile.Frequent;
import dev.pollux.text.VisibleText;
import dev.pollux.text.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The values of a column that stand in most rows, and in how many.
final class FrequentPane {
  private final Words words;
  private final ProfileWords said;
  private final Label about = new Label();
  private final ListView<Frequent> values = new ListView<>();
  private final VBox root = new VBox(4, about, values);

  FrequentPane(Words words, ProfileWords said) {
    this.words = words;
    this.said = said;
    about.setId("browser-profile-about");
    about.setWrapText(true);
    values.setId("browser-profile-values");
    values.setFixedCellSize(26);
    values.setPrefHeight(4 * 26 + 4);
    values.setMinHeight(2 * 26);
    values.setCellFactory(_ -> new Line());
    root.getStyleClass().addAll("browser-profile-values", "line-top");
    root.setVisible(false);
    root.managedProperty().bind(root.visibleProperty());
  }

  Node node() {
    return root;
  }

  void show(@Nullable ColumnProfile of) {
    root.setVisible(of != null && !of.frequent().isEmpty());
    if (of != null) {
      about.setText(said.about(of));
      values.setAccessibleText(about.getText());
      values.getItems().setAll(of.frequent());
    }
  }

  private final class Line extends ListCell<Frequent> {
    @Override
    protected void updateItem(@Nullable Frequent one, boolean empty) {
      super.updateItem(one, empty);
      setText(
          empty || one == null
              ? ""
              : words.get(
                  "browser.profile.value",
                  one.rows(),
                  VisibleText.of(said.frequent(one)).replace('\n', ' ')));
    }
  }
}
