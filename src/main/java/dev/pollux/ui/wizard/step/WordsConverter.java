package dev.pollux.ui.wizard.step;

import java.util.function.Function;
import javafx.util.StringConverter;

/// Shows a value by words; nothing is typed.
public final class WordsConverter<T> extends StringConverter<T> {
  private final Function<T, String> text;

  public WordsConverter(Function<T, String> text) {
    this.text = text;
  }

  @Override
  public String toString(T value) {
    return value == null ? "" : text.apply(value);
  }

  @Override
  public T fromString(String typed) {
    throw new UnsupportedOperationException("nothing is typed here");
  }
}
