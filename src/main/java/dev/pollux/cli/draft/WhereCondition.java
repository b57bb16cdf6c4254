package dev.pollux.cli.draft;

import dev.pollux.prompt.rows.RowChoice;
import dev.pollux.prompt.rows.RowChoice.Operator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a condition on rows on the command line: `year >= 1900`, `party is not null`. Whether the
/// column is there, and the value is one of its type, is checked with the table.
///
/// One condition, and all of it: what looks like SQL and would mean something else here (a second
/// condition, `= NULL`, `==`) is refused, since a condition that is read wrong chooses other rows.
final class WhereCondition implements ITypeConverter<RowChoice.Condition> {
  /// A name, or a path of them; between back-ticks it may have any character.
  private static final String COLUMN =
      "\\s*((?:`[^`]+`|[^=<>!`.\\s]+)(?:\\s*\\.\\s*(?:`[^`]+`|[^=<>!`.\\s]+))*|[^=<>!`]+?)";

  private static final Pattern COMPARED =
      Pattern.compile(
          COLUMN + "\\s*(!=|<>|>=|<=|=|(?<=[\\s`])contains\\s)\\s*(.*?)\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern NULL =
      Pattern.compile(COLUMN + "\\s+is\\s+(not\\s+)?null\\s*", Pattern.CASE_INSENSITIVE);

  /// A value in quotes, in which a quote is written twice or behind a backslash.
  private static final Pattern QUOTED =
      Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*)'|\"((?:[^\"\\\\]|\"\"|\\\\.)*)\"", Pattern.DOTALL);

  private static final Pattern QUOTE = Pattern.compile("\\\\(['\"\\\\])|''|\"\"");

  /// A second condition behind the first.
  private static final Pattern SECOND =
      Pattern.compile(
          "\\s(?:and|or)\\s.*(?:[=<>]|\\sis\\s+(?:not\\s+)?null|\\s(?:contains|like|in|between)\\s)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public RowChoice.Condition convert(String text) {
    Matcher empty = NULL.matcher(text);
    if (empty.matches()) {
      Operator operator = empty.group(2) == null ? Operator.IS_NULL : Operator.IS_NOT_NULL;
      return new RowChoice.Condition(column(empty.group(1)), operator, "");
    }
    Matcher compared = COMPARED.matcher(text);
    if (!compared.matches()) {
      throw refused(text, "COLUMN =, !=, >=, <= or contains VALUE, or COLUMN is [not] null");
    }
    Operator operator = operator(compared.group(2));
    return new RowChoice.Condition(
        column(compared.group(1)), operator, value(text, operator, compared.group(3)));
  }

  private static TypeConversionException refused(String text, String form) {
    return new TypeConversionException("'%s' is not a condition: %s".formatted(text, form));
  }

  private static Operator operator(String sign) {
    return switch (sign.strip().toLowerCase(Locale.ROOT)) {
      case "=" -> Operator.EQUALS;
      case "!=", "<>" -> Operator.DIFFERS;
      case ">=" -> Operator.AT_LEAST;
      case "<=" -> Operator.AT_MOST;
      default -> Operator.CONTAINS;
    };
  }

  private static String column(String written) {
    return written.replaceAll("`\\s*\\.\\s*|\\s*\\.\\s*`", ".").replace("`", "");
  }

  /// A text may stand in quotes, as in SQL.
  private static String value(String text, Operator operator, String written) {
    Matcher quoted = QUOTED.matcher(written);
    if (quoted.matches()) {
      String inside = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
      return QUOTE
          .matcher(inside)
          .replaceAll(found ->
              Matcher.quoteReplacement(
                  found.group(1) == null ? found.group().substring(1) : found.group(1)));
    }
    if (written.startsWith("'") || written.startsWith("\"")) {
      throw refused(
          text,
          "a value in quotes ends with its quote, and a quote within is written twice; a further"
              + " condition is a --where of its own");
    }
    if (SECOND.matcher(written).find()) {
      throw refused(
          text, "it looks like two; give each a --where of its own, or put the value in quotes");
    }
    if (operator != Operator.CONTAINS) {
      plain(text, written);
    }
    return written;
  }

  private static void plain(String text, String written) {
    if (written.equalsIgnoreCase("null")) {
      throw refused(
          text, "write COLUMN is null or COLUMN is not null; 'null' in quotes is the word");
    }
    if (!written.isEmpty() && "=<>!".indexOf(written.charAt(0)) >= 0) {
      throw refused(
          text, "the sign is one of =, !=, >=, <=; a value that begins so stands in quotes");
    }
  }
}
