package dev.pollux.ui.settings;

import dev.pollux.ui.kit.NameConverter;
import dev.pollux.ui.kit.SteadyWidth;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/// A choice of one of a few. It hears what a person chose, and not what is shown, nor what the
/// arrow keys pass over while the list is open. What was chosen and is not shown as what holds by
/// then was refused: it goes back.
final class ChoiceOf<T> extends ComboBox<T> {
  private final Consumer<T> chosen;
  private @Nullable T held;

  ChoiceOf(String id, List<T> all, Function<T, String> name, Consumer<T> chosen) {
    this.chosen = chosen;
    setId(id);
    getItems().setAll(all);
    setConverter(new NameConverter<>(name));
    SteadyWidth.of(this);
    valueProperty().subscribe((_, _) -> settle());
    showingProperty().subscribe((_, _) -> settle());
  }

  private void settle() {
    T value = getValue();
    if (!isShowing() && value != null && !value.equals(held)) {
      chosen.accept(value);
      if (!value.equals(held)) {
        setValue(held);
      }
    }
  }

  /// Shows what holds already; one that is not in the list is put into it.
  void show(T value) {
    held = value;
    if (!getItems().contains(value)) {
      getItems().add(value);
    }
    setValue(value);
  }
}
