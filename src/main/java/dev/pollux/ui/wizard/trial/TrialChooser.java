package dev.pollux.ui.wizard.trial;

import dev.pollux.draft.trial.TrialChoice;
import dev.pollux.text.Words;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Which rows are tried next: the button has an icon only, where there is no room for words, and
/// says them all the same.
final class TrialChooser {
  private final MenuButton root = new MenuButton("", new FontIcon(MaterialDesignT.TABLE_ROW));
  private final Tooltip said = new Tooltip();
  private final Words words;

  TrialChooser(TrialController controller, Words words) {
    this.words = words;
    root.setId("wizard-trial-choice");
    root.getStyleClass().add("compact");
    root.setMinWidth(Region.USE_PREF_SIZE);
    root.setTooltip(said);
    ToggleGroup group = new ToggleGroup();
    for (TrialChoice one : TrialChoice.values()) {
      RadioMenuItem item = new RadioMenuItem(words.get("wizard.trial.choice." + one.name()));
      item.setId("wizard-trial-choice-" + one.name().toLowerCase(Locale.ROOT));
      item.setUserData(one);
      item.setToggleGroup(group);
      item.setOnAction(_ -> controller.onChoice(one));
      root.getItems().add(item);
    }
  }

  Node root() {
    return root;
  }

  /// @param whole whether there is room for the words
  void show(TrialChoice now, boolean whole) {
    String name = words.get("wizard.trial.choice." + now.name());
    String text = words.get("wizard.trial.choice", name);
    root.setAccessibleText(text);
    said.setText(text);
    root.setText(whole ? text : "");
    root.getItems().stream()
        .filter(item -> item.getUserData() == now)
        .forEach(item -> ((RadioMenuItem) item).setSelected(true));
  }
}
