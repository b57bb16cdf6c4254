package dev.pollux.text;

import java.text.NumberFormat;

/// Amounts in USD as people read them: cents where they matter, and more places where there are no
/// cents.
public final class Money {
  private static final double ROUGH = 30;

  private Money() {}

  public static String usd(Words words, double amount) {
    return words.get("kit.money.usd", number(words, amount, places(amount)));
  }

  /// A rate, with as many places as it has, two at least: cents would hide what batch saves.
  public static String rate(Words words, double amount) {
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(4);
    return words.get("kit.money.usd", format.format(amount));
  }

  /// Whether people read the same of both: one is not to be called more than the other then.
  public static boolean same(double one, double other) {
    return places(one) == places(other)
        && Math.round(one * Math.pow(10, places(one)))
            == Math.round(other * Math.pow(10, places(other)));
  }

  /// Both ends with the same places; one amount where they are the same then.
  public static String range(Words words, double low, double high) {
    return range(words, low, high, places(high));
  }

  private static String range(Words words, double low, double high, int places) {
    String from = number(words, low, places);
    String to = number(words, high, places);
    return from.equals(to)
        ? words.get("kit.money.usd", to)
        : words.get("kit.money.range", from, to);
  }

  /// Where there is little room: no cents of amounts beside which they are nothing.
  public static String rough(Words words, double amount) {
    return words.get("kit.money.usd", number(words, amount, amount >= ROUGH ? 0 : places(amount)));
  }

  /// A part of an amount where there is little room: by the places of the amount, and never
  /// nothing.
  public static String roughPart(Words words, double low, double high, double of) {
    int places = of >= ROUGH ? 0 : places(of);
    double least = Math.pow(10, -places);
    return range(words, Math.max(low, least), Math.max(high, least), places);
  }

  /// The same of both ends of the amount itself.
  public static String roughRange(Words words, double low, double high) {
    return high >= ROUGH ? range(words, low, high, 0) : range(words, low, high);
  }

  private static int places(double amount) {
    if (amount >= 1_000) {
      return 0;
    }
    if (amount >= 0.1 || amount == 0) {
      return 2;
    }
    return amount >= 0.01 ? 3 : amount >= 0.0001 ? 4 : 6;
  }

  private static String number(Words words, double amount, int places) {
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMinimumFractionDigits(places);
    format.setMaximumFractionDigits(places);
    return format.format(amount);
  }
}
