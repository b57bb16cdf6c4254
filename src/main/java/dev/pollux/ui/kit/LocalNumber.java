package dev.pollux.ui.kit;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers that are not negative, as a language writes them.
///
/// @param whole whether only numbers without a fraction are meant
public record LocalNumber(Locale locale, boolean whole) {
  private static final int PLACES = 6;

  /// With the language's decimal sign, and no signs between thousands: it is to be edited.
  public String text(double value) {
    DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(locale));
    format.setMaximumFractionDigits(PLACES);
    return format.format(value);
  }

  /// Reads what was typed. A point is taken as the decimal sign too where the language does not put
  /// it between thousands.
  ///
  /// @return empty where it is no number, and where it is blank
  public OptionalDouble read(String typed) {
    DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(locale);
    char between = signs.getGroupingSeparator();
    String groups = "[" + Pattern.quote(String.valueOf(between)) + spaces(between) + "]";
    String point =
        "[" + Pattern.quote(signs.getDecimalSeparator() + (between == '.' ? "" : ".")) + "]";
    String integer = "(\\d{1,9}|\\d{1,3}(" + groups + "\\d{3}){1,2})";
    String fraction = whole ? "" : "(" + point + "(?<fraction>\\d{0,6}))?";
    var found =
        Pattern.compile("(?<integer>" + integer + ")" + fraction)
            .matcher(plainDigits(typed.strip()));
    if (!found.matches()) {
      return OptionalDouble.empty();
    }
    String digits = found.group("integer").replaceAll("\\D", "");
    String behind = whole || found.group("fraction") == null ? "" : found.group("fraction");
    return OptionalDouble.of(Double.parseDouble(digits + "." + behind + "0"));
  }

  /// Every script's digits count.
  private static String plainDigits(String typed) {
    return typed
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// French puts a narrow space between thousands, and people type a common one.
  private static String spaces(char between) {
    return Character.isSpaceChar(between) ? " \u00a0\u202f" : "";
  }
}
