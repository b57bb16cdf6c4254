package dev.pollux.ui.kit;

import dev.pollux.text.Words;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// A box for one of many: whoever types in it sees those that have these letters. ControlsFX's box
/// speaks English only where one types, shows a picture there that is black in each theme, and does
/// not open by Enter or F4.
///
/// @param <T> what is chosen
public final class SearchBox<T> extends SearchableComboBox<T> {
  private final String prompt;

  public SearchBox(Words words) {
    prompt = words.get("kit.search.prompt");
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.F4) {
            show();
            key.consume();
          }
        });
  }

  /// What can be chosen from now on. Always another list: the box within it still reads the old one
  /// while a list changes.
  public void offer(List<T> all) {
    if (!getItems().equals(all)) {
      setItems(FXCollections.observableArrayList(all));
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    for (Node part : getChildren()) {
      if (part instanceof CustomTextField field) {
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
      }
    }
    return skin;
  }
}
