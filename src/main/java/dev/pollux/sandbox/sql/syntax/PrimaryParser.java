package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what stands between operators: literals, names, calls, constructors, subqueries.
final class PrimaryParser {
  private static final Set<String> TYPED =
      Set.of(
          "DATE",
          "TIMESTAMP",
          "DATETIME",
          "TIME",
          "NUMERIC",
          "DECIMAL",
          "BIGNUMERIC",
          "BIGDECIMAL",
          "JSON");

  private final TokenCursor tokens;
  private final ExprParser exprs;
  private final CallParser calls;
  private final QueryParser queries;

  PrimaryParser(TokenCursor tokens, QueryParser queries) {
    this.tokens = tokens;
    this.queries = queries;
    exprs = new ExprParser(tokens, this);
    calls = new CallParser(tokens, exprs);
  }

  ExprParser exprs() {
    return exprs;
  }

  Ast.Query query() throws SqlException {
    return queries.query();
  }

  Ast.Expr postfix() throws SqlException {
    Ast.Expr base = primary();
    for (int length = 0; true; length++) {
      TokenCursor.chain(length);
      Position at = tokens.at();
      if (tokens.isSymbol(".") && !tokens.peek(1).symbol("*")) {
        tokens.take();
        String name = fieldName();
        base =
            base instanceof Ast.Name path
                ? new Ast.Name(path.at(), with(path.path(), name))
                : new Ast.FieldOf(at, base, name);
      } else if (tokens.trySymbol("[")) {
        base = index(at, base);
      } else if (base instanceof Ast.Name path && tokens.isSymbol("(")) {
        base = calls.call(path.at(), path.path());
      } else {
        return base;
      }
    }
  }

  private String fieldName() throws SqlException {
    Token token = tokens.peek();
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED) {
      throw tokens.unexpected();
    }
    return tokens.take().text();
  }

  private static List<String> with(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  private Ast.Expr index(Position at, Ast.Expr base) throws SqlException {
    String mode = "";
    for (String word : List.of("OFFSET", "SAFE_OFFSET", "ORDINAL", "SAFE_ORDINAL")) {
      if (tokens.isWord(word) && tokens.peek(1).symbol("(")) {
        tokens.take();
        mode = word;
      }
    }
    Ast.Expr index = exprs.expr();
    tokens.symbol("]");
    return new Ast.Index(at, base, mode, index);
  }

  private Ast.Expr primary() throws SqlException {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case INTEGER -> literal(SqlType.Scalar.INT64, tokens.take().text(), token.at());
      case FLOAT -> literal(SqlType.Scalar.FLOAT64, tokens.take().text(), token.at());
      case STRING -> strings();
      case BYTES -> literal(SqlType.Scalar.BYTES, tokens.take().bytes(), token.at());
      case PARAMETER -> parameter();
      case QUOTED -> new Ast.Name(token.at(), List.of(tokens.take().text()));
      case WORD -> word(token);
      case SYMBOL -> {
        if (!token.symbol("(") && !token.symbol("[")) {
          throw tokens.unexpected();
        }
        yield token.symbol("(") ? parenthesis() : array(tokens.at(), null);
      }
      case END -> throw tokens.unexpected();
    };
  }

  private static Ast.Literal literal(
      SqlType.@Nullable Scalar type, @Nullable Object value, Position at) {
    return new Ast.Literal(at, type, value);
  }

  /// Adjacent string literals are one.
  private Ast.Expr strings() throws SqlException {
    Position at = tokens.at();
    StringBuilder text = new StringBuilder(tokens.take().text());
    while (tokens.peek().kind() == Token.Kind.STRING) {
      if (tokens.peek().glued()) {
        throw tokens
            .at()
            .invalid(
                "Syntax error: concatenated string literals must be separated by whitespace or"
                    + " comments");
      }
      text.append(tokens.take().text());
    }
    return literal(SqlType.Scalar.STRING, text.toString(), at);
  }

  private Ast.Expr parameter() {
    Token token = tokens.take();
    return new Ast.Bound(
        token.at(),
        token.text().isEmpty() ? tokens.nextPositional() : token.text().toLowerCase(Locale.ROOT));
  }

  private Ast.Expr word(Token token) throws SqlException {
    Position at = token.at();
    String word = token.text().toUpperCase(Locale.ROOT);
    boolean string = tokens.peek(1).kind() == Token.Kind.STRING;
    if (string && TYPED.contains(word)) {
      tokens.take();
      return literal(TypeParser.named(word), tokens.take().text(), at);
    }
    return switch (word) {
      case "NULL" -> taken(literal(null, null, at));
      case "TRUE", "FALSE" -> taken(literal(SqlType.Scalar.BOOL, word.equals("TRUE"), at));
      case "CASE" -> calls.caseOf();
      case "CAST", "SAFE_CAST" -> tokens.peek(1).symbol("(") ? calls.cast() : name(token);
      case "RANGE" -> {
        if (tokens.peek(1).symbol("<")) {
          throw at.unsupported("A RANGE literal");
        }
        yield name(token);
      }
      case "GROUPING" -> {
        if (tokens.peek(1).symbol("(")) {
          throw at.unsupported("GROUPING");
        }
        yield name(token);
      }
      case "EXTRACT" -> calls.extract();
      case "INTERVAL" -> calls.interval();
      case "EXISTS" -> {
        tokens.take();
        yield new Ast.Exists(at, parenthesisedQuery());
      }
      case "ARRAY" -> arrayWord();
      case "STRUCT" -> structWord();
      case "IF", "LEFT", "RIGHT" -> {
        if (!tokens.peek(1).symbol("(")) {
          yield name(token);
        }
        tokens.take();
        yield calls.call(at, List.of(word));
      }
      default -> name(token);
    };
  }

  private Ast.Expr taken(Ast.Expr expr) {
    tokens.take();
    return expr;
  }

  private Ast.Expr name(Token token) throws SqlException {
    if (token.reserved()) {
      boolean called =
          tokens.peek(1).symbol("(")
              && UnservedFunctions.has(token.text().toUpperCase(java.util.Locale.ROOT));
      throw called ? token.at().unsupported("Function " + token.text()) : tokens.unexpected();
    }
    return taken(new Ast.Name(token.at(), List.of(token.text())));
  }

  private Ast.Query parenthesisedQuery() throws SqlException {
    tokens.symbol("(");
    Ast.Query query = queries.query();
    tokens.symbol(")");
    return query;
  }

  private Ast.Expr parenthesis() throws SqlException {
    Position at = tokens.at();
    if (tokens.peek(1).word("SELECT") || tokens.peek(1).word("WITH")) {
      return new Ast.Subquery(at, parenthesisedQuery());
    }
    tokens.symbol("(");
    Ast.Expr first = exprs.expr();
    if (tokens.isSymbol(",")) {
      List<Ast.Argument> fields = new ArrayList<>(List.of(new Ast.Argument("", first)));
      while (tokens.trySymbol(",")) {
        fields.add(new Ast.Argument("", exprs.expr()));
      }
      tokens.symbol(")");
      return new Ast.StructOf(at, null, fields);
    }
    tokens.symbol(")");
    // A name in parentheses is a value: (a).b reads a field.
    return first;
  }

  private Ast.Expr arrayWord() throws SqlException {
    Position at = tokens.at();
    if (tokens.peek(1).symbol("(")) {
      tokens.take();
      return new Ast.ArrayQuery(at, parenthesisedQuery());
    }
    if (tokens.peek(1).symbol("<")) {
      SqlType.Array type = (SqlType.Array) new TypeParser(tokens).type();
      return array(at, type.element());
    }
    tokens.take();
    return array(at, null);
  }

  private Ast.Expr array(Position at, @Nullable SqlType element) throws SqlException {
    tokens.symbol("[");
    List<Ast.Expr> items = new ArrayList<>();
    while (!tokens.isSymbol("]")) {
      if (!items.isEmpty()) {
        tokens.symbol(",");
      }
      items.add(exprs.expr());
    }
    tokens.symbol("]");
    return new Ast.ArrayOf(at, element, items);
  }

  private Ast.Expr structWord() throws SqlException {
    Position at = tokens.at();
    SqlType.Struct type = null;
    if (tokens.peek(1).symbol("<")) {
      type = (SqlType.Struct) new TypeParser(tokens).type();
    } else {
      tokens.take();
    }
    tokens.symbol("(");
    List<Ast.Argument> fields = new ArrayList<>();
    while (!tokens.isSymbol(")")) {
      if (!fields.isEmpty()) {
        tokens.symbol(",");
      }
      Ast.Expr value = exprs.expr();
      fields.add(
          new Ast.Argument(
              tokens.tryWords("AS") ? tokens.identifier() : Ast.implied(value), value));
    }
    tokens.symbol(")");
    return new Ast.StructOf(at, type, fields);
  }
}
