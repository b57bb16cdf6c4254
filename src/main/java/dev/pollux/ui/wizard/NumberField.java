package dev.pollux.ui.wizard;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/// A field for a number that may be left empty. What is no number is marked and not taken.
final class NumberField extends TextField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private final Consumer<OptionalDouble> heard;
  private final boolean whole;
  private boolean showing;

  /// @param whole whether only numbers without a fraction are taken
  NumberField(String id, boolean whole, Consumer<OptionalDouble> heard) {
    this.whole = whole;
    this.heard = heard;
    setId(id);
    setPrefColumnCount(7);
    // No subscription: that would hear the empty text of a field that nobody has filled in so far.
    textProperty().addListener((_, _, text) -> onText(text));
  }

  /// Shows a value, unless the field says the same already.
  void show(OptionalDouble value) {
    if (!isFocused()) {
      showing = true;
      setText(
          value.isEmpty()
              ? ""
              : value.getAsDouble() == Math.rint(value.getAsDouble())
                  ? String.valueOf((long) value.getAsDouble())
                  : String.valueOf(value.getAsDouble()));
      showing = false;
    }
  }

  private void onText(String text) {
    String plain = text.strip().replace(',', '.');
    boolean good = plain.isEmpty() || plain.matches(whole ? "\\d{1,9}" : "\\d{0,9}(\\.\\d{1,6})?");
    pseudoClassStateChanged(WRONG, !good);
    if (good && !showing) {
      heard.accept(
          plain.isEmpty() || plain.equals(".")
              ? OptionalDouble.empty()
              : OptionalDouble.of(Double.parseDouble(plain)));
    }
  }
}
