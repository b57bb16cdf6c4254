package dev.pollux.ui.wizard.gemini;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/// A field for a number that may be left empty. What is no number is marked, said, and not taken;
/// when the field is left it shows what was taken.
final class NumberField extends TextField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private final LocalNumber numbers;
  private OptionalDouble shown = OptionalDouble.empty();
  private boolean stopped;
  private boolean showing;

  NumberField(
      String id,
      LocalNumber numbers,
      GeminiStepController controller,
      Consumer<OptionalDouble> heard) {
    this.numbers = numbers;
    setId(id);
    setPrefColumnCount(7);
    textProperty()
        .subscribe((_, text) -> {
          mark();
          if (!showing) {
            controller.onTyped(isNumber(), text);
            if (isNumber()) {
              heard.accept(numbers.read(text));
            }
          }
        });
    focusedProperty()
        .subscribe((_, in) -> {
          if (!in) {
            controller.onLeft();
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
  void show(OptionalDouble value, boolean stops) {
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
