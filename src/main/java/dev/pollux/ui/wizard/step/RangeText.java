package dev.pollux.ui.wizard.step;

import dev.pollux.prompt.answer.Limits;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A range as people write it: `0 – 1`, `0..1`, `0 to 1`, `≥ 0`, `<= 5`, with the numbers of their
/// language.
///
/// @param counts whether it says how many; then a number alone means so many and no other
public record RangeText(Locale locale, boolean counts) {
  private static final int PLACES = 15;
  private static final int LONGEST = 60;
  private static final BigDecimal LARGE = new BigDecimal("1e15");
  private static final String BETWEEN = "\\s*(?:\\.\\.+|[-‐‑‒–—…;]|to|bis|[àa])\\s*";

  /// Never refuses: what is no range comes back as [Limits#unread].
  public Limits read(String typed) {
    String text = plain(typed);
    if (text.isEmpty()) {
      return Limits.NONE;
    }
    return found(text).orElseGet(() -> Limits.unread(typed.strip()));
  }

  private Optional<Limits> found(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String number = number();
    Matcher both = matcher("(" + number + ")" + BETWEEN + "(" + number + ")", text);
    if (both.matches()) {
      return limits(value(both.group(1)), value(both.group(2)), true, true);
    }
    Matcher least = matcher("(?:≥|>=|=>)\\s*(" + number + ")", text);
    if (least.matches()) {
      return limits(value(least.group(1)), Optional.empty(), true, false);
    }
    Matcher open = matcher("(" + number + ")(?:" + BETWEEN + "|\\s*\\+)", text);
    if (open.matches()) {
      return limits(value(open.group(1)), Optional.empty(), true, false);
    }
    Matcher most = matcher("(?:≤|<=|=<|–|\\.\\.+|…)\\s*(" + number + ")", text);
    if (most.matches()) {
      return limits(Optional.empty(), value(most.group(1)), false, true);
    }
    if (counts && matcher(number, text).matches()) {
      return limits(value(text), value(text), true, true);
    }
    return Optional.empty();
  }

  private static Matcher matcher(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(text);
  }

  private static Optional<Limits> limits(
      Optional<BigDecimal> least, Optional<BigDecimal> most, boolean hasLeast, boolean hasMost) {
    return least.isPresent() == hasLeast && most.isPresent() == hasMost
        ? Optional.of(new Limits(least, most, ""))
        : Optional.empty();
  }

  /// A point is taken as the decimal sign too where the language does not put it between thousands.
  private String number() {
    char between = signs().getGroupingSeparator();
    String groups = "[" + quoted(between) + spaces(between) + "]";
    String point = "[" + quoted(signs().getDecimalSeparator()) + (between == '.' ? "" : ".") + "]";
    return "[-−+]?(?:\\d{1,3}(?:"
        + groups
        + "\\d{3})+|\\d{1,40})(?:"
        + point
        + "\\d{0,40})?(?:e[-−+]?\\d{1,3})?";
  }

  private Optional<BigDecimal> value(String number) {
    char between = signs().getGroupingSeparator();
    String digits =
        number
            .replaceAll("[" + quoted(between) + spaces(between) + "]", "")
            .replace(signs().getDecimalSeparator(), '.')
            .replace('−', '-');
    BigDecimal value = new BigDecimal(digits);
    return Double.isFinite(value.doubleValue()) ? Optional.of(value) : Optional.empty();
  }

  private DecimalFormatSymbols signs() {
    return DecimalFormatSymbols.getInstance(locale);
  }

  private static String quoted(char sign) {
    return Pattern.quote(String.valueOf(sign));
  }

  /// French puts a narrow space between thousands, and people type a common one.
  private static String spaces(char between) {
    return Character.isSpaceChar(between) ? " \u00a0\u202f" : "";
  }

  /// Every script's digits count, and blanks around do not.
  private static String plain(String typed) {
    StringBuilder text = new StringBuilder();
    typed
        .strip()
        .codePoints()
        .map(c -> Character.isSpaceChar(c) ? ' ' : c)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  /// As [#read] reads it back; empty where anything goes.
  public String text(Limits limits) {
    if (!limits.unread().isBlank()) {
      return limits.unread();
    }
    if (limits.least().isPresent() && limits.most().isPresent()) {
      String least = text(limits.least().get());
      String most = text(limits.most().get());
      return counts && least.equals(most) ? least : least + " – " + most;
    }
    return limits
        .least()
        .map(end -> "≥ " + text(end))
        .or(() -> limits.most().map(end -> "≤ " + text(end)))
        .orElse("");
  }

  private String text(BigDecimal end) {
    if (end.abs().compareTo(LARGE) >= 0 || end.scale() > PLACES) {
      return end.toString().replace('.', signs().getDecimalSeparator());
    }
    DecimalFormat format = new DecimalFormat("0", signs());
    format.setMaximumFractionDigits(PLACES);
    return format.format(end);
  }
}
