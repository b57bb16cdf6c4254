package dev.pollux.domain.value;

import java.util.regex.Pattern;

/// One cell of text that spreadsheets read, from the clipboard or from a file.
public final class SpreadsheetText {
  /// What makes a spreadsheet run a cell as a formula
  /// (https://owasp.org/www-community/attacks/CSV_Injection), the wide forms of East Asian
  /// keyboards included.
  private static final String STARTS = "=+-@\t\r\n＝＋－＠";

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*([eE][+-]?\\d+)?%?");

  private SpreadsheetText() {}

  /// The text with an apostrophe before it where a spreadsheet would run it: what stands in a table
  /// was written by anybody. Numbers stay numbers.
  public static String harmless(String text) {
    int first = 0;
    while (first < text.length() && isUnseen(text.charAt(first))) {
      first++;
    }
    boolean runs =
        (!text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0)
            || (first < text.length() && STARTS.indexOf(text.charAt(first)) >= 0);
    return runs && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  /// What programs leave out where they read a cell: NUL, marks of order and of direction.
  private static boolean isUnseen(char c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }

  /// The same for a value of a column, which may be of a type that is never run.
  public static String harmless(Field field, String text) {
    return field.type().isNumber() && !field.isRepeated() ? text : harmless(text);
  }

  /// Quoted where it would break a line or a column otherwise.
  public static String quoted(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\t' || c == '\n' || c == '\r' || c == '"') {
        return '"' + value.replace("\"", "\"\"") + '"';
      }
    }
    return value;
  }
}
