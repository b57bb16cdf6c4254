package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads queries: WITH, SELECT, set operations, ORDER BY, LIMIT
/// ([syntax](https://cloud.google.com/bigquery/docs/reference/standard-sql/query-syntax)).
public final class QueryParser {
  private final TokenCursor tokens;
  private final ExprParser exprs;
  private final FromParser froms;

  /// Reads from where the cursor is.
  public QueryParser(TokenCursor tokens) {
    this.tokens = tokens;
    exprs = new PrimaryParser(tokens, this).exprs();
    froms = new FromParser(tokens, exprs, this);
  }

  /// What reads the expressions of the same statement.
  public ExprParser exprs() {
    return exprs;
  }

  /// Reads one query.
  public Ast.Query query() throws SqlException {
    return tokens.deeper(this::whole);
  }

  /// Reads the path of a table.
  public List<String> path() throws SqlException {
    return froms.path();
  }

  private Ast.Query whole() throws SqlException {
    List<Ast.Cte> with = new ArrayList<>();
    if (tokens.tryWords("WITH")) {
      if (tokens.isWord("RECURSIVE")) {
        throw tokens.at().unsupported("WITH RECURSIVE");
      }
      do {
        Position at = tokens.at();
        String name = tokens.identifier();
        tokens.word("AS");
        tokens.symbol("(");
        with.add(new Ast.Cte(at, name, query()));
        tokens.symbol(")");
      } while (tokens.trySymbol(","));
    }
    Ast.Body body = setOperations();
    List<Ast.Order> order = new CallParser(tokens, exprs).order();
    Ast.Expr limit = tokens.tryWords("LIMIT") ? exprs.expr() : null;
    Ast.Expr offset = limit != null && tokens.tryWords("OFFSET") ? exprs.expr() : null;
    if (tokens.isSymbol("|>")) {
      throw tokens.at().unsupported("Pipe syntax");
    }
    return new Ast.Query(with, body, order, limit, offset);
  }

  private Ast.Body setOperations() throws SqlException {
    List<Ast.Body> operands = new ArrayList<>(List.of(operand()));
    Position last = tokens.at();
    String first = "";
    while (tokens.isWord("UNION") || tokens.isWord("INTERSECT") || tokens.isWord("EXCEPT")) {
      Position at = tokens.at();
      String operator = tokens.take().text().toUpperCase(Locale.ROOT);
      boolean all = tokens.tryWords("ALL");
      if (!all && !tokens.tryWords("DISTINCT")) {
        throw tokens.expected("keyword ALL or keyword DISTINCT");
      }
      if (all && !operator.equals("UNION")) {
        throw at.unsupported(operator + " ALL");
      }
      operator += all ? " ALL" : "";
      if (!first.isEmpty() && !first.equals(operator)) {
        throw at.invalid(
            "Syntax error: Different set operations cannot be used in the same query without using"
                + " parentheses for grouping");
      }
      first = operator;
      last = at;
      operands.add(operand());
    }
    return first.equals("EXCEPT") ? difference(operands, last) : tree(operands, first, last);
  }

  /// UNION and INTERSECT are associative.
  public static Ast.Body tree(List<? extends Ast.Body> operands, String operator, Position at) {
    return BalancedTree.<Ast.Body>of(operands, (a, b) -> new Ast.SetOperation(at, operator, a, b));
  }

  /// What is in none of several queries is not in their union either; said so, the tree is flat.
  private static Ast.Body difference(List<Ast.Body> operands, Position at) {
    Ast.Body others = tree(operands.subList(1, operands.size()), "UNION", at);
    return new Ast.SetOperation(at, "EXCEPT", operands.getFirst(), others);
  }

  private Ast.Body operand() throws SqlException {
    if (tokens.trySymbol("(")) {
      Ast.Query query = query();
      tokens.symbol(")");
      return new Ast.Nested(query);
    }
    return select();
  }

  private Ast.Select select() throws SqlException {
    Position at = tokens.at();
    if (!tokens.tryWords("SELECT")) {
      throw tokens.unexpected();
    }
    boolean distinct = tokens.tryWords("DISTINCT");
    if (!distinct) {
      boolean _ = tokens.tryWords("ALL");
    }
    boolean asStruct = tokens.tryWords("AS", "STRUCT");
    if (tokens.isWord("AS")) {
      throw tokens.at().unsupported("SELECT AS VALUE");
    }
    List<Ast.Item> items = new ArrayList<>();
    do {
      if (!items.isEmpty() && afterItems()) {
        break;
      }
      items.add(item());
    } while (tokens.trySymbol(","));
    Ast.From from = tokens.tryWords("FROM") ? froms.from() : null;
    Ast.Expr where = tokens.tryWords("WHERE") ? exprs.expr() : null;
    Ast.GroupBy group = tokens.isWord("GROUP") ? group() : null;
    Ast.Expr having = tokens.tryWords("HAVING") ? exprs.expr() : null;
    Ast.Expr qualify = tokens.tryWords("QUALIFY") ? exprs.expr() : null;
    if (tokens.isWord("WINDOW")) {
      throw tokens.at().unsupported("WINDOW");
    }
    return new Ast.Select(at, distinct, asStruct, items, from, where, group, having, qualify);
  }

  /// A comma may stand after the last item.
  private boolean afterItems() {
    Token token = tokens.peek();
    return token.kind() == Token.Kind.END
        || token.symbol(")")
        || token.symbol(";")
        || List.of(
                "FROM",
                "WHERE",
                "GROUP",
                "HAVING",
                "ORDER",
                "LIMIT",
                "UNION",
                "INTERSECT",
                "EXCEPT",
                "QUALIFY")
            .stream()
            .anyMatch(token::word);
  }

  private Ast.Item item() throws SqlException {
    Position at = tokens.at();
    if (tokens.trySymbol("*")) {
      return all(at, null);
    }
    Ast.Expr expr = exprs.expr();
    if (tokens.isSymbol(".") && tokens.peek(1).symbol("*")) {
      tokens.take();
      tokens.take();
      return all(at, expr);
    }
    return new Ast.Plain(expr, alias());
  }

  private Ast.All all(Position at, Ast.@Nullable Expr base) throws SqlException {
    List<String> except = new ArrayList<>();
    if (tokens.isWord("EXCEPT") && tokens.peek(1).symbol("(")) {
      tokens.take();
      tokens.symbol("(");
      do {
        except.add(tokens.identifier());
      } while (tokens.trySymbol(","));
      tokens.symbol(")");
    }
    List<Ast.Plain> replace = new ArrayList<>();
    if (tokens.tryWords("REPLACE")) {
      tokens.symbol("(");
      do {
        Ast.Expr expr = exprs.expr();
        boolean _ = tokens.tryWords("AS");
        replace.add(new Ast.Plain(expr, tokens.identifier()));
      } while (tokens.trySymbol(","));
      tokens.symbol(")");
    }
    return new Ast.All(at, base, except, replace);
  }

  /// The alias that follows, or empty.
  String alias() throws SqlException {
    if (tokens.tryWords("AS")) {
      return tokens.identifier();
    }
    return tokens.peek().identifier() ? tokens.identifier() : "";
  }

  private Ast.GroupBy group() throws SqlException {
    tokens.word("GROUP");
    tokens.word("BY");
    if (tokens.tryWords("ALL")) {
      return new Ast.GroupBy(true, List.of());
    }
    List<Ast.Expr> keys = new ArrayList<>();
    do {
      for (String word : List.of("ROLLUP", "CUBE", "GROUPING")) {
        if (tokens.isWord(word)) {
          throw tokens.at().unsupported("GROUP BY " + word);
        }
      }
      keys.add(exprs.expr());
    } while (tokens.trySymbol(","));
    return new Ast.GroupBy(false, keys);
  }
}
