package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads function calls with all that can stand in them, and what looks like a call: CASE, CAST,
/// EXTRACT, INTERVAL.
final class CallParser {
  private final TokenCursor tokens;
  private final ExprParser exprs;

  CallParser(TokenCursor tokens, ExprParser exprs) {
    this.tokens = tokens;
    this.exprs = exprs;
  }

  Ast.Expr call(Position at, List<String> path) throws SqlException {
    boolean safe = path.size() == 2 && path.getFirst().equalsIgnoreCase("SAFE");
    String name = String.join(".", safe ? path.subList(1, 2) : path).toUpperCase(Locale.ROOT);
    tokens.symbol("(");
    boolean distinct = tokens.tryWords("DISTINCT");
    List<Ast.Argument> arguments = new ArrayList<>();
    if (tokens.isSymbol("*")) {
      arguments.add(new Ast.Argument("", new Ast.Star(tokens.take().at())));
    }
    while (!tokens.isSymbol(")") && !atModifier()) {
      if (!arguments.isEmpty()) {
        tokens.symbol(",");
      }
      arguments.add(argument());
    }
    String nulls = "";
    if (tokens.isWord("IGNORE") || tokens.isWord("RESPECT")) {
      nulls = tokens.take().text().toUpperCase(Locale.ROOT);
      tokens.word("NULLS");
    }
    if (tokens.isWord("HAVING")) {
      throw tokens.at().unsupported("HAVING MAX or MIN in a function call");
    }
    List<Ast.Order> order = order();
    Ast.Expr limit = tokens.tryWords("LIMIT") ? exprs.expr() : null;
    tokens.symbol(")");
    Ast.Window over = tokens.tryWords("OVER") ? window() : null;
    return new Ast.Call(at, name, safe, distinct, arguments, nulls, order, limit, over);
  }

  private boolean atModifier() {
    return tokens.isWord("IGNORE")
        || tokens.isWord("RESPECT")
        || tokens.isWord("HAVING")
        || tokens.isWord("ORDER")
        || tokens.isWord("LIMIT");
  }

  private Ast.Argument argument() throws SqlException {
    if (tokens.peek().kind() == Token.Kind.WORD && tokens.peek(1).symbol("=>")) {
      String name = tokens.take().text().toLowerCase(Locale.ROOT);
      tokens.take();
      return new Ast.Argument(name, exprs.expr());
    }
    if (tokens.isWord("SELECT")) {
      throw tokens.unexpected();
    }
    return new Ast.Argument("", exprs.expr());
  }

  List<Ast.Order> order() throws SqlException {
    List<Ast.Order> order = new ArrayList<>();
    if (!tokens.tryWords("ORDER")) {
      return order;
    }
    tokens.word("BY");
    do {
      Ast.Expr expr = exprs.expr();
      if (tokens.isWord("COLLATE")) {
        throw tokens.at().unsupported("COLLATE");
      }
      boolean descending = tokens.tryWords("DESC");
      if (!descending) {
        boolean _ = tokens.tryWords("ASC");
      }
      Boolean nullsFirst = null;
      if (tokens.tryWords("NULLS")) {
        nullsFirst = tokens.tryWords("FIRST");
        if (!nullsFirst) {
          tokens.word("LAST");
        }
      }
      order.add(new Ast.Order(expr, descending, nullsFirst));
    } while (tokens.trySymbol(","));
    return order;
  }

  private Ast.Window window() throws SqlException {
    if (!tokens.isSymbol("(")) {
      throw tokens.at().unsupported("A named window");
    }
    tokens.symbol("(");
    List<Ast.Expr> partition = new ArrayList<>();
    if (tokens.tryWords("PARTITION")) {
      tokens.word("BY");
      do {
        partition.add(exprs.expr());
      } while (tokens.trySymbol(","));
    }
    List<Ast.Order> order = order();
    String frame = "";
    if (tokens.isWord("ROWS") || tokens.isWord("RANGE")) {
      frame = frame();
    }
    tokens.symbol(")");
    return new Ast.Window(partition, order, frame);
  }

  private String frame() throws SqlException {
    String unit = tokens.take().text().toUpperCase(Locale.ROOT);
    if (!tokens.tryWords("BETWEEN")) {
      return unit + " " + bound();
    }
    String from = bound();
    tokens.word("AND");
    return unit + " BETWEEN " + from + " AND " + bound();
  }

  private String bound() throws SqlException {
    if (tokens.tryWords("CURRENT")) {
      tokens.word("ROW");
      return "CURRENT ROW";
    }
    boolean unbounded = tokens.tryWords("UNBOUNDED");
    if (!unbounded && tokens.peek().kind() != Token.Kind.INTEGER) {
      throw tokens.at().unsupported("A window frame with a computed bound");
    }
    String amount = unbounded ? "UNBOUNDED" : tokens.take().text();
    if (tokens.tryWords("PRECEDING")) {
      return amount + " PRECEDING";
    }
    tokens.word("FOLLOWING");
    return amount + " FOLLOWING";
  }

  Ast.Expr caseOf() throws SqlException {
    Position at = tokens.take().at();
    Ast.Expr operand = tokens.isWord("WHEN") ? null : exprs.expr();
    List<Ast.When> whens = new ArrayList<>();
    do {
      tokens.word("WHEN");
      Ast.Expr condition = exprs.expr();
      tokens.word("THEN");
      whens.add(new Ast.When(condition, exprs.expr()));
    } while (tokens.isWord("WHEN"));
    Ast.Expr otherwise = tokens.tryWords("ELSE") ? exprs.expr() : null;
    tokens.word("END");
    return new Ast.Case(at, operand, whens, otherwise);
  }

  Ast.Expr cast() throws SqlException {
    Token word = tokens.take();
    tokens.symbol("(");
    Ast.Expr operand = exprs.expr();
    tokens.word("AS");
    SqlType type = new TypeParser(tokens).type();
    if (tokens.isWord("FORMAT") || tokens.isWord("AT")) {
      throw tokens.at().unsupported("CAST with FORMAT or AT TIME ZONE");
    }
    tokens.symbol(")");
    return new Ast.Cast(word.at(), operand, type, word.word("SAFE_CAST"));
  }

  Ast.Expr extract() throws SqlException {
    Position at = tokens.take().at();
    tokens.symbol("(");
    String part = tokens.take().text().toUpperCase(Locale.ROOT);
    if (tokens.trySymbol("(")) {
      part += "(" + tokens.take().text().toUpperCase(Locale.ROOT) + ")";
      tokens.symbol(")");
    }
    tokens.word("FROM");
    Ast.Expr operand = exprs.expr();
    Ast.Expr zone = null;
    if (tokens.tryWords("AT")) {
      tokens.word("TIME");
      tokens.word("ZONE");
      zone = exprs.expr();
    }
    tokens.symbol(")");
    return new Ast.Extract(at, part, operand, zone);
  }

  Ast.Expr interval() throws SqlException {
    Position at = tokens.take().at();
    Ast.Expr amount = exprs.expr();
    String unit = tokens.take().text().toUpperCase(Locale.ROOT);
    if (tokens.isWord("TO")) {
      throw tokens.at().unsupported("An interval with several parts");
    }
    return new Ast.Interval(at, amount, unit);
  }
}
