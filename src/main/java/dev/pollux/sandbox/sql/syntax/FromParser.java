package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads what follows FROM: tables, subqueries, UNNEST, joins.
final class FromParser {
  private final TokenCursor tokens;
  private final ExprParser exprs;
  private final QueryParser queries;

  FromParser(TokenCursor tokens, ExprParser exprs, QueryParser queries) {
    this.tokens = tokens;
    this.exprs = exprs;
    this.queries = queries;
  }

  Ast.From from() throws SqlException {
    return tokens.deeper(this::joined);
  }

  private Ast.From joined() throws SqlException {
    Ast.From left = primary();
    for (int joins = 0; true; joins++) {
      TokenCursor.chain(joins);
      Position at = tokens.at();
      if (tokens.trySymbol(",")) {
        left = new Ast.Join(at, "CROSS", left, primary(), null, List.of());
      } else if (tokens.tryWords("CROSS", "JOIN")) {
        left = new Ast.Join(at, "CROSS", left, primary(), null, List.of());
      } else if (tokens.isWord("NATURAL")) {
        throw at.unsupported("NATURAL JOIN");
      } else if (atJoin()) {
        left = join(at, left);
      } else {
        return left;
      }
    }
  }

  private boolean atJoin() {
    return tokens.isWord("JOIN")
        || tokens.isWord("INNER")
        || tokens.isWord("LEFT")
        || tokens.isWord("RIGHT")
        || tokens.isWord("FULL");
  }

  private Ast.From join(Position at, Ast.From left) throws SqlException {
    String kind = tokens.isWord("JOIN") ? "INNER" : tokens.take().text().toUpperCase(Locale.ROOT);
    if (!kind.equals("INNER")) {
      boolean _ = tokens.tryWords("OUTER");
    }
    tokens.word("JOIN");
    Ast.From right = primary();
    if (tokens.tryWords("ON")) {
      return new Ast.Join(at, kind, left, right, exprs.expr(), List.of());
    }
    if (!tokens.isWord("USING") && ofItsRow(left, right) && !kind.equals("RIGHT")) {
      // An array of the row itself needs no condition.
      Position end = tokens.at();
      Ast.Expr always = new Ast.Literal(end, SqlType.Scalar.BOOL, true);
      return new Ast.Join(at, kind, left, right, always, List.of());
    }
    if (!tokens.tryWords("USING")) {
      throw tokens.expected("keyword ON or keyword USING");
    }
    tokens.symbol("(");
    List<String> using = new ArrayList<>();
    do {
      using.add(tokens.identifier());
    } while (tokens.trySymbol(","));
    tokens.symbol(")");
    return new Ast.Join(at, kind, left, right, null, using);
  }

  /// Whether the right side is an array: UNNEST, or a path that begins with a name of the left.
  private static boolean ofItsRow(Ast.From left, Ast.From right) {
    return switch (right) {
      case Ast.UnnestRef _ -> true;
      case Ast.TableRef ref -> ref.path().size() > 1 && names(left, ref.path().getFirst());
      case Ast.QueryRef _, Ast.Join _ -> false;
    };
  }

  private static boolean names(Ast.From from, String name) {
    return switch (from) {
      case Ast.TableRef ref ->
          (ref.alias().isEmpty() ? ref.path().getLast() : ref.alias()).equalsIgnoreCase(name);
      case Ast.QueryRef ref -> ref.alias().equalsIgnoreCase(name);
      case Ast.UnnestRef ref -> ref.alias().equalsIgnoreCase(name);
      case Ast.Join join -> names(join.left(), name) || names(join.right(), name);
    };
  }

  private Ast.From primary() throws SqlException {
    Position at = tokens.at();
    Ast.From from = unadorned(at);
    for (String word : List.of("TABLESAMPLE", "PIVOT", "UNPIVOT", "MATCH_RECOGNIZE")) {
      if (tokens.isWord(word)) {
        throw tokens.at().unsupported(word);
      }
    }
    if (tokens.areWords("FOR", "SYSTEM_TIME")) {
      throw tokens.at().unsupported("FOR SYSTEM_TIME AS OF");
    }
    return from;
  }

  private Ast.From unadorned(Position at) throws SqlException {
    if (tokens.tryWords("UNNEST")) {
      tokens.symbol("(");
      Ast.Expr array = exprs.expr();
      tokens.symbol(")");
      return unnest(at, array);
    }
    if (tokens.isSymbol("(")) {
      if (tokens.peek(1).word("SELECT") || tokens.peek(1).word("WITH") || nestedQuery()) {
        tokens.take();
        Ast.Query query = queries.query();
        tokens.symbol(")");
        return new Ast.QueryRef(at, query, alias());
      }
      tokens.take();
      Ast.From inner = from();
      tokens.symbol(")");
      return inner;
    }
    List<String> path = path();
    if (tokens.isSymbol("(")) {
      throw at.unsupported("A table-valued function");
    }
    return new Ast.TableRef(at, path, alias());
  }

  private boolean nestedQuery() {
    int ahead = 1;
    while (tokens.peek(ahead).symbol("(")) {
      ahead++;
    }
    return ahead > 1 && (tokens.peek(ahead).word("SELECT") || tokens.peek(ahead).word("WITH"));
  }

  private Ast.From unnest(Position at, Ast.Expr array) throws SqlException {
    String alias = tokens.isWord("WITH") ? "" : alias();
    String offset = "";
    if (tokens.tryWords("WITH", "OFFSET")) {
      offset = alias();
      offset = offset.isEmpty() ? "offset" : offset;
    }
    return new Ast.UnnestRef(at, array, alias, offset);
  }

  private String alias() throws SqlException {
    if (tokens.areWords("FOR", "SYSTEM_TIME")
        || tokens.isWord("PIVOT")
        || tokens.isWord("UNPIVOT")) {
      return "";
    }
    return queries.alias();
  }

  /// The parts of a back-ticked path. In `example.com:project.dataset.table` the project's name
  /// goes up to the dot after the colon.
  private static List<String> parts(String path) {
    int colon = path.indexOf(':');
    int dot = colon < 0 ? -1 : path.indexOf('.', colon);
    if (dot < 0) {
      return List.of(path.split("\\.", -1));
    }
    List<String> parts = new ArrayList<>(List.of(path.substring(0, dot)));
    parts.addAll(List.of(path.substring(dot + 1).split("\\.", -1)));
    return parts;
  }

  /// A table's path: back-ticked as a whole or in parts; a project's name can have dashes.
  List<String> path() throws SqlException {
    List<String> path = new ArrayList<>();
    do {
      Token first = tokens.peek();
      if (!first.identifier() && (path.isEmpty() || first.kind() != Token.Kind.WORD)) {
        throw tokens.unexpected();
      }
      tokens.take();
      if (first.kind() == Token.Kind.QUOTED) {
        path.addAll(parts(first.text()));
        continue;
      }
      StringBuilder name = new StringBuilder(first.text());
      while (tokens.isSymbol("-") && tokens.peek().glued() && tokens.peek(1).glued()) {
        tokens.take();
        name.append('-').append(tokens.take().text());
      }
      path.add(name.toString());
    } while (tokens.trySymbol("."));
    return path;
  }
}
