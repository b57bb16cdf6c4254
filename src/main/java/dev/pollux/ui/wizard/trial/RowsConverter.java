package dev.pollux.ui.wizard.trial;

import java.util.function.Supplier;
import javafx.util.StringConverter;

/// Reads the number of rows that was typed; what is no number leaves the number as it was.
final class RowsConverter extends StringConverter<Integer> {
  private final Supplier<Integer> now;

  RowsConverter(Supplier<Integer> now) {
    this.now = now;
  }

  @Override
  public String toString(Integer rows) {
    return String.valueOf(rows);
  }

  @Override
  public Integer fromString(String typed) {
    String digits = typed.strip();
    return digits.matches("\\d{1,6}") ? Integer.valueOf(digits) : now.get();
  }
}
