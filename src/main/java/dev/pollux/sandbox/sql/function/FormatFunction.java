package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.FLOAT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.INT64;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.STRING;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import dev.pollux.sandbox.sql.type.ValueFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// FORMAT with a literal format: `%s`, `%d`, `%i`, `%f`, `%t`, `%T`, `%%`, with widths.
record FormatFunction(Operands operands) {
  /// The most characters that a value is filled up to.
  private static final int LONGEST = 1 << 20;

  /// The most digits behind the point: a FLOAT64 has no more.
  private static final int FINEST = 1074;

  private static final Pattern SPEC = Pattern.compile("%([-0]*)(\\d*)(?:\\.(\\d+))?([a-zA-Z%'])");

  Typed call(Ast.Call call) throws SqlException {
    List<Typed> arguments = new Conditionals(operands).arguments(call);
    String format = arguments.getFirst().literal();
    if (format == null || !arguments.getFirst().is(STRING)) {
      throw call.at().unsupported("FORMAT with a computed format");
    }
    StringBuilder sql = new StringBuilder("(''");
    Matcher matcher = SPEC.matcher(format);
    int end = 0;
    int next = 1;
    while (matcher.find()) {
      literal(call, sql, format.substring(end, matcher.start()));
      end = matcher.end();
      if (matcher.group(4).equals("%")) {
        sql.append(" || '%'");
        continue;
      }
      if (next >= arguments.size()) {
        throw call.at().invalid("Too few arguments to FORMAT for pattern \"" + format + "\"");
      }
      sql.append(" || ").append(piece(call, matcher, arguments.get(next++)));
    }
    literal(call, sql, format.substring(end));
    if (next != arguments.size()) {
      throw call.at()
          .invalid(
              "Too many arguments to FORMAT for pattern \""
                  + format
                  + "\"; Expected "
                  + next
                  + "; Got "
                  + arguments.size());
    }
    return Typed.of(STRING, "bq_formatted(" + sql.append("))"));
  }

  private static boolean exceeds(String digits, int most) {
    return digits.length() > 9 || Integer.parseInt(digits) > most;
  }

  private static void literal(Ast.Call call, StringBuilder sql, String text) throws SqlException {
    if (text.indexOf('%') >= 0) {
      throw call.at().unsupported("This FORMAT specifier");
    }
    if (!text.isEmpty()) {
      sql.append(" || ").append(DuckSyntax.text(text));
    }
  }

  private static String piece(Ast.Call call, Matcher spec, Typed value) throws SqlException {
    boolean precise = spec.group(3) != null;
    char kind = spec.group(4).charAt(0);
    String text =
        switch (kind) {
          case 's' -> {
            Typed string = Coercion.to(STRING, value);
            if (string == null || precise) {
              throw wrong(call, kind, value);
            }
            // It ends with NUL, as texts do where Google's function comes from.
            yield "string_split(" + string.sql() + ", chr(0))[1]";
          }
          case 'd', 'i' -> {
            Typed whole = Coercion.to(INT64, value);
            if (whole == null || precise) {
              throw wrong(call, kind, value);
            }
            yield "CAST(" + whole.sql() + " AS VARCHAR)";
          }
          case 'f' -> {
            Typed real = Coercion.to(FLOAT64, value);
            if (real == null || value.is(SqlType.Scalar.NUMERIC)) {
              throw wrong(call, kind, value);
            }
            if (precise && exceeds(spec.group(3), FINEST)) {
              throw call.at().invalid("Precision value is too big");
            }
            yield "bq_format_float("
                + real.sql()
                + ", '%."
                + (precise ? spec.group(3) : "6")
                + "f')";
          }
          case 't', 'T' -> {
            if (!ValueFormatter.has(value.type()) || precise) {
              throw wrong(call, kind, value);
            }
            yield "coalesce("
                + ValueFormatter.shown(value.type(), value.sql(), kind == 'T', false)
                + ", 'NULL')";
          }
          default -> throw call.at().unsupported("FORMAT's %" + kind);
        };
    return padded(call, spec, text, kind);
  }

  private static SqlException wrong(Ast.Call call, char kind, Typed value) {
    return call.at().unsupported("FORMAT's %" + kind + " for " + value.type());
  }

  private static String padded(Ast.Call call, Matcher spec, String text, char kind)
      throws SqlException {
    if (spec.group(2).isEmpty()) {
      return text;
    }
    if (exceeds(spec.group(2), LONGEST)) {
      throw call.at()
          .invalid(
              "Width "
                  + spec.group(2)
                  + " exceeds the maximum supported output width of FORMAT. Limit: "
                  + LONGEST);
    }
    if (spec.group(1).equals("0") && (kind == 's' || kind == 't' || kind == 'T')) {
      throw call.at().unsupported("FORMAT's %0" + kind);
    }
    String width = spec.group(2);
    if (spec.group(1).contains("-")) {
      return "rpad("
          + text
          + ", greatest("
          + width
          + ", CAST(length("
          + text
          + ") AS INTEGER)), ' ')";
    }
    if (spec.group(1).contains("0")) {
      String bare = "ltrim(" + text + ", '-')";
      return "(CASE WHEN starts_with("
          + text
          + ", '-') THEN '-' || lpad("
          + bare
          + ", greatest("
          + width
          + " - 1, CAST(length("
          + bare
          + ") AS INTEGER)), '0') ELSE lpad("
          + text
          + ", greatest("
          + width
          + ", CAST(length("
          + text
          + ") AS INTEGER)), '0') END)";
    }
    return "lpad("
        + text
        + ", greatest("
        + width
        + ", CAST(length("
        + text
        + ") AS INTEGER)), ' ')";
  }
}
