package dev.pollux.ui.wizard.requests.answer;

import java.util.function.Consumer;
import javafx.scene.control.ComboBox;

/// Hears what a person chose in a list, and not what the arrow keys pass over while it is open.
record SettledChoice<T>(ComboBox<T> box, Consumer<T> chosen) {
  static <T> void of(ComboBox<T> box, Consumer<T> chosen) {
    SettledChoice<T> choice = new SettledChoice<>(box, chosen);
    box.valueProperty().subscribe((_, _) -> choice.settle());
    box.showingProperty().subscribe((_, _) -> choice.settle());
  }

  private void settle() {
    if (!box.isShowing() && box.getValue() != null) {
      chosen.accept(box.getValue());
    }
  }
}
