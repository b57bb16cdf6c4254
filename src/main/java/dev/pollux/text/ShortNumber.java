package dev.pollux.text;

import java.text.NumberFormat;

/// Large numbers in three digits, as the language writes them: 2.87M, 2,87 M.
public final class ShortNumber {
  private ShortNumber() {}

  public static String number(Words words, double amount) {
    NumberFormat format = words.shortNumbers();
    double figure = amount;
    while (figure >= 1_000) {
      figure /= 1_000;
    }
    format.setMaximumFractionDigits(amount < 1_000 || figure >= 100 ? 0 : figure >= 10 ? 1 : 2);
    return format.format(amount);
  }
}
