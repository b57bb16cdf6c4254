package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads expressions by the precedence of their operators
/// ([operators](https://cloud.google.com/bigquery/docs/reference/standard-sql/operators)).
public final class ExprParser {
  private static final List<String> COMPARISONS = List.of("=", "<", ">", "<=", ">=", "!=", "<>");
  private static final List<String> BITWISE = List.of("&", "|", "^", "<<", ">>");

  private final TokenCursor tokens;
  private final PrimaryParser primary;

  ExprParser(TokenCursor tokens, PrimaryParser primary) {
    this.tokens = tokens;
    this.primary = primary;
  }

  /// Reads one expression.
  public Ast.Expr expr() throws SqlException {
    return tokens.deeper(() -> logical("OR", () -> logical("AND", this::not)));
  }

  /// Operands in a row, as a tree that is no deeper than it must be: conditions that programs write
  /// have thousands.
  private Ast.Expr logical(String operator, TokenCursor.Reader<Ast.Expr> operand)
      throws SqlException {
    Position at = tokens.at();
    List<Ast.Expr> operands = new ArrayList<>(List.of(operand.read()));
    while (tokens.isWord(operator)) {
      at = tokens.take().at();
      operands.add(operand.read());
    }
    Position last = at;
    return BalancedTree.of(operands, (a, b) -> new Ast.Binary(last, operator, a, b));
  }

  private Ast.Expr not() throws SqlException {
    if (tokens.isWord("NOT")) {
      Position at = tokens.take().at();
      return new Ast.Unary(at, "NOT", tokens.deeper(this::not));
    }
    return comparison();
  }

  private Ast.Expr comparison() throws SqlException {
    Ast.Expr left = sum();
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(token.text())) {
      tokens.take();
      String operator = token.text().equals("<>") ? "!=" : token.text();
      return noChain(new Ast.Binary(token.at(), operator, left, sum()));
    }
    if (tokens.tryWords("IS")) {
      return is(token.at(), left);
    }
    boolean not =
        token.word("NOT")
            && (tokens.peek(1).word("IN")
                || tokens.peek(1).word("LIKE")
                || tokens.peek(1).word("BETWEEN"));
    if (not) {
      tokens.take();
    }
    Position at = tokens.at();
    if (tokens.tryWords("BETWEEN")) {
      Ast.Expr low = sum();
      tokens.word("AND");
      return new Ast.Between(at, left, low, sum(), not);
    }
    if (tokens.tryWords("LIKE")) {
      if (tokens.isWord("ANY") || tokens.isWord("SOME") || tokens.isWord("ALL")) {
        throw at.unsupported("LIKE " + tokens.peek().text());
      }
      Ast.Expr like = new Ast.Binary(at, "LIKE", left, sum());
      return not ? new Ast.Unary(at, "NOT", like) : like;
    }
    if (tokens.tryWords("IN")) {
      return new Ast.In(at, left, set(), not);
    }
    if (tokens.isSymbol("->")) {
      throw tokens.at().unsupported("A lambda");
    }
    return left;
  }

  private Ast.Expr noChain(Ast.Expr comparison) throws SqlException {
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(token.text())) {
      throw tokens.unexpected();
    }
    return comparison;
  }

  private Ast.Expr is(Position at, Ast.Expr left) throws SqlException {
    boolean not = tokens.tryWords("NOT");
    if (tokens.tryWords("DISTINCT")) {
      tokens.word("FROM");
      String operator = not ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM";
      return new Ast.Binary(at, operator, left, tokens.isWord("NOT") ? not() : sum());
    }
    for (String what : List.of("NULL", "TRUE", "FALSE")) {
      if (tokens.tryWords(what)) {
        return new Ast.Is(at, left, what, not);
      }
    }
    throw tokens.unexpected();
  }

  private Ast.InSet set() throws SqlException {
    if (tokens.tryWords("UNNEST")) {
      tokens.symbol("(");
      Ast.Expr array = expr();
      tokens.symbol(")");
      return new Ast.InArray(array);
    }
    tokens.symbol("(");
    if (tokens.isWord("SELECT") || tokens.isWord("WITH")) {
      Ast.Query query = primary.query();
      tokens.symbol(")");
      return new Ast.InQuery(query);
    }
    List<Ast.Expr> items = new ArrayList<>();
    do {
      items.add(expr());
    } while (tokens.trySymbol(","));
    tokens.symbol(")");
    return new Ast.InList(items);
  }

  private Ast.Expr sum() throws SqlException {
    Ast.Expr left = product();
    int length = 0;
    while (tokens.isSymbol("+") || tokens.isSymbol("-")) {
      Token operator = tokens.take();
      left = new Ast.Binary(operator.at(), operator.text(), left, product());
      TokenCursor.chain(++length);
    }
    if (tokens.peek().kind() == Token.Kind.SYMBOL && BITWISE.contains(tokens.peek().text())) {
      throw tokens.at().unsupported("The operator " + tokens.peek().text());
    }
    return left;
  }

  private Ast.Expr product() throws SqlException {
    Ast.Expr left = unary();
    int length = 0;
    while (tokens.isSymbol("*") || tokens.isSymbol("/") || tokens.isSymbol("||")) {
      Token operator = tokens.take();
      left = new Ast.Binary(operator.at(), operator.text(), left, unary());
      TokenCursor.chain(++length);
    }
    return left;
  }

  private Ast.Expr unary() throws SqlException {
    Token token = tokens.peek();
    if (token.symbol("-") || token.symbol("+")) {
      tokens.take();
      Ast.Expr operand = tokens.deeper(this::unary);
      Ast.Expr negated = token.symbol("-") ? negative(token.at(), operand) : null;
      return negated != null ? negated : new Ast.Unary(token.at(), token.text(), operand);
    }
    if (token.symbol("~")) {
      throw token.at().unsupported("The operator ~");
    }
    return primary.postfix();
  }

  /// A number with its sign is one literal: -9223372036854775808 is in range.
  private static Ast.@Nullable Expr negative(Position at, Ast.Expr operand) {
    if (operand instanceof Ast.Literal literal
        && literal.value() instanceof String text
        && !text.startsWith("-")
        && !text.startsWith("0x")
        && (literal.type() == SqlType.Scalar.INT64 || literal.type() == SqlType.Scalar.FLOAT64)) {
      return new Ast.Literal(at, literal.type(), "-" + text);
    }
    return null;
  }
}
