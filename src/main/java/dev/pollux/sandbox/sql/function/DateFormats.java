package dev.pollux.sandbox.sql.function;

import static dev.pollux.sandbox.sql.type.SqlType.Scalar.STRING;
import static dev.pollux.sandbox.sql.type.SqlType.Scalar.TIMESTAMP;

import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import org.jspecify.annotations.Nullable;

/// Dates and times as text in a format, and back.
record DateFormats(Dates dates) {
  private static final String YEAR = "\u0001";

  Typed typed(Ast.Call call, SqlType.Scalar type) throws SqlException {
    Dates.need(call, 2);
    Typed format = dates.operands().typed(call.arguments().getFirst().value());
    String text = format.literal();
    if (!format.is(STRING) || text == null) {
      throw call.at().unsupported(call.name() + " with a computed format");
    }
    String duck = format(text);
    if (duck == null) {
      throw call.at().unsupported("This format of " + call.name());
    }
    if (call.name().startsWith("FORMAT_")) {
      Typed value = dates.value(call, type, 1);
      String local = value.is(TIMESTAMP) ? "(" + value.sql() + " AT TIME ZONE 'UTC')" : value.sql();
      // DuckDB writes a year with four digits, GoogleSQL with as many as it has.
      String marked = "strftime(" + local + ", " + DuckSyntax.text(duck.replace("%Y", YEAR)) + ")";
      return Typed.of(
          STRING,
          duck.contains("%Y")
              ? "replace("
                  + marked
                  + ", '"
                  + YEAR
                  + "', CAST(date_part('year', "
                  + local
                  + ") AS VARCHAR))"
              : marked);
    }
    Typed value = Coercion.to(STRING, dates.operands().typed(call.arguments().get(1).value()));
    if (value == null) {
      throw call.at().invalid("No matching signature for function " + call.name());
    }
    // What the text does not say is that of 1970-01-01; DuckDB begins with 1900.
    boolean year = duck.contains("%Y") || duck.contains("%y");
    String parsed =
        year
            ? "strptime(" + value.sql() + ", " + DuckSyntax.text(duck) + ")"
            : "strptime('1970 ' || " + value.sql() + ", " + DuckSyntax.text("%Y " + duck) + ")";
    return Typed.of(
        type,
        type == TIMESTAMP
            ? "(CAST(" + parsed + " AS TIMESTAMP) AT TIME ZONE 'UTC')"
            : "CAST(" + parsed + " AS " + DuckSyntax.type(type) + ")");
  }

  /// The same format for DuckDB, or null if it has no equal.
  private static @Nullable String format(String format) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      out.append(format.charAt(i));
      if (format.charAt(i) != '%') {
        continue;
      }
      char kind = ++i < format.length() ? format.charAt(i) : ' ';
      if ("YmdHMSyjBbAaIp%".indexOf(kind) >= 0) {
        out.append(kind);
      } else if (kind == 'F' || kind == 'T') {
        out.setLength(out.length() - 1);
        out.append(kind == 'F' ? "%Y-%m-%d" : "%H:%M:%S");
      } else {
        return null;
      }
    }
    return out.toString();
  }
}
