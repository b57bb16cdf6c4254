package dev.pollux.ui.kit;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/// A field for a number that may be left empty. What is no number is marked, said, and not taken;
/// when the field is left it shows what was taken.
public final class NumberField extends TextField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private final LocalNumber numbers;
  private OptionalDouble shown = OptionalDouble.empty();
  private boolean stopped;
  private boolean showing;

  /// Hears what becomes of a field while a person writes in it.
  public interface Writing {
    /// Something was typed.
    ///
    /// @param number whether it can be taken: it is a number, or nothing
    void onTyped(boolean number, String text);

    /// The field was left.
    void onLeft();
  }

  /// @param heard hears each number that is typed; empty for a field that was emptied
  public NumberField(
      String id, LocalNumber numbers, Writing writing, Consumer<OptionalDouble> heard) {
    this.numbers = numbers;
    setId(id);
    setPrefColumnCount(7);
    textProperty()
        .subscribe((_, text) -> {
          mark();
          if (!showing) {
            writing.onTyped(isNumber(), text);
            if (isNumber()) {
              heard.accept(numbers.read(text));
            }
          }
        });
    focusedProperty()
        .subscribe((_, in) -> {
          if (!in) {
            writing.onLeft();
            show(shown, stopped);
          }
        });
  }

  private boolean isNumber() {
    return getText().isBlank() || numbers.read(getText()).isPresent();
  }

  private void mark() {
    pseudoClassStateChanged(WRONG, stopped || !isNumber());
  }

  /// Shows a value, unless a person is writing another.
  ///
  /// @param stops whether something is wrong with it
  public void show(OptionalDouble value, boolean stops) {
    shown = value;
    stopped = stops;
    boolean writing = isFocused() && (getText().isBlank() || !isNumber());
    if (!writing && !numbers.read(getText()).equals(value)) {
      showing = true;
      try {
        setText(value.isEmpty() ? "" : numbers.text(value.getAsDouble()));
      } finally {
        showing = false;
      }
    }
    mark();
  }
}
