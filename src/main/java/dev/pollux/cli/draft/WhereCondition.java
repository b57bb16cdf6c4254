package dev.pollux.cli.draft;

import dev.pollux.prompt.RowChoice;
import dev.pollux.prompt.RowChoice.Operator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a condition on rows on the command line: `year >= 1900`, `party is not null`. Whether the
/// column is there, and the value is one of its type, is checked with the table.
final class WhereCondition implements ITypeConverter<RowChoice.Condition> {
  private static final Pattern COMPARED =
      Pattern.compile("\\s*([^=<>!]+?)\\s*(!=|<>|>=|<=|=|\\scontains\\s)\\s*(.*?)\\s*");
  private static final Pattern NULL =
      Pattern.compile(
          "\\s*([^=<>!]*[^=<>!\\s])\\s+is\\s+(not\\s+)?null\\s*", Pattern.CASE_INSENSITIVE);

  @Override
  public RowChoice.Condition convert(String text) {
    Matcher empty = NULL.matcher(text);
    if (empty.matches()) {
      Operator operator = empty.group(2) == null ? Operator.IS_NULL : Operator.IS_NOT_NULL;
      return new RowChoice.Condition(column(empty.group(1)), operator, "");
    }
    Matcher compared = COMPARED.matcher(text);
    if (!compared.matches()) {
      throw new TypeConversionException(
          "'%s' is not a condition: COLUMN =, !=, >=, <= or contains VALUE, or COLUMN is [not] null"
              .formatted(text));
    }
    return new RowChoice.Condition(
        column(compared.group(1)), operator(compared.group(2)), value(compared.group(3)));
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
    return written.replace("`", "");
  }

  /// A text may stand in quotes, as in SQL.
  private static String value(String written) {
    return written.matches("'.*'|\".*\"") ? written.substring(1, written.length() - 1) : written;
  }
}
