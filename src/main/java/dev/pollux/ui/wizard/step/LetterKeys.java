package dev.pollux.ui.wizard.step;

import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A letter chooses the next item of a list that begins with it, open or closed, and the space bar
/// opens the list; JavaFX's lists know the arrow keys only.
public final class LetterKeys<T> {
  private final ComboBox<T> box;

  private LetterKeys(ComboBox<T> box) {
    this.box = box;
  }

  public static <T> void on(ComboBox<T> box) {
    LetterKeys<T> keys = new LetterKeys<>(box);
    box.addEventHandler(KeyEvent.KEY_TYPED, keys::onTyped);
    box.addEventHandler(KeyEvent.KEY_PRESSED, keys::onPressed);
  }

  private void onPressed(KeyEvent key) {
    if (key.getCode() == KeyCode.SPACE && !box.isShowing()) {
      box.show();
      key.consume();
    }
  }

  private void onTyped(KeyEvent key) {
    String letter = key.getCharacter().toLowerCase(Locale.ROOT);
    if (letter.isBlank() || !Character.isLetterOrDigit(letter.codePointAt(0))) {
      return;
    }
    int size = box.getItems().size();
    int from = box.getSelectionModel().getSelectedIndex();
    for (int i = 1; i <= size; i++) {
      int at = Math.floorMod(from + i, size);
      String text = box.getConverter().toString(box.getItems().get(at));
      if (text.toLowerCase(Locale.ROOT).startsWith(letter)) {
        box.getSelectionModel().select(at);
        key.consume();
        return;
      }
    }
  }
}
