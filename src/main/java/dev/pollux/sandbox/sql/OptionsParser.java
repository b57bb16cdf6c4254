package dev.pollux.sandbox.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `PARTITION BY`, `CLUSTER BY` and `OPTIONS(...)`.
record OptionsParser(TokenCursor tokens, ExprParser exprs, Context context) {
  TableOptions table() throws SqlException {
    Optional<String> partition = Optional.empty();
    if (tokens.tryWords("PARTITION", "BY")) {
      partition = Optional.of(partition());
    }
    List<String> clustering = new ArrayList<>();
    if (tokens.tryWords("CLUSTER", "BY")) {
      do {
        clustering.add(tokens.identifier());
      } while (tokens.trySymbol(","));
    }
    Map<String, Ast.Expr> told = new LinkedHashMap<>();
    if (tokens.tryWords("OPTIONS")) {
      tokens.symbol("(");
      while (!tokens.isSymbol(")")) {
        if (!told.isEmpty()) {
          tokens.symbol(",");
        }
        Position at = tokens.at();
        String name = tokens.identifier().toLowerCase(Locale.ROOT);
        if (!List.of("description", "friendly_name", "labels", "expiration_timestamp", "location")
            .contains(name)) {
          throw at.unsupported("The option " + name);
        }
        tokens.symbol("=");
        told.put(name, exprs.expr());
      }
      tokens.symbol(")");
    }
    return new TableOptions(
        text(told.get("description")),
        text(told.get("friendly_name")),
        labels(told.get("labels")),
        expiration(told.get("expiration_timestamp")),
        partition,
        clustering,
        text(told.get("location")));
  }

  private String partition() throws SqlException {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    while (tokens.peek().kind() != Token.Kind.END
        && (depth > 0
            || !(tokens.isWord("CLUSTER") || tokens.isWord("OPTIONS") || tokens.isWord("AS")))) {
      depth += tokens.isSymbol("(") ? 1 : tokens.isSymbol(")") ? -1 : 0;
      text.append(tokens.take().text());
    }
    return text.toString();
  }

  private static Optional<String> text(Ast.@Nullable Expr expr) throws SqlException {
    if (expr == null || (expr instanceof Ast.Literal none && none.value() == null)) {
      return Optional.empty();
    }
    if (expr instanceof Ast.Literal literal && literal.value() instanceof String text) {
      return Optional.of(text);
    }
    throw expr.at().invalid("An option must be a string literal");
  }

  private Optional<String> expiration(Ast.@Nullable Expr expr) throws SqlException {
    if (expr == null || (expr instanceof Ast.Literal none && none.value() == null)) {
      return Optional.empty();
    }
    Typed value =
        Coercion.to(
            SqlType.Scalar.TIMESTAMP, Exprs.plain(context, NameScope.empty(null)).typed(expr));
    if (value == null) {
      throw expr.at().invalid("expiration_timestamp must be a TIMESTAMP");
    }
    return Optional.of(value.sql());
  }

  private static Map<String, String> labels(Ast.@Nullable Expr expr) throws SqlException {
    Map<String, String> labels = new LinkedHashMap<>();
    if (expr == null) {
      return labels;
    }
    if (!(expr instanceof Ast.ArrayOf array)) {
      throw expr.at().invalid("labels must be an array of pairs of strings");
    }
    for (Ast.Expr item : array.items()) {
      if (!(item instanceof Ast.StructOf pair) || pair.fields().size() != 2) {
        throw item.at().invalid("labels must be an array of pairs of strings");
      }
      labels.put(
          text(pair.fields().get(0).value()).orElse(""),
          text(pair.fields().get(1).value()).orElse(""));
    }
    return labels;
  }
}
