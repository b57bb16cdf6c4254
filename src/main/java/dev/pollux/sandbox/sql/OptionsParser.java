package dev.pollux.sandbox.sql;

import dev.pollux.sandbox.sql.catalog.TableOptions;
import dev.pollux.sandbox.sql.query.Context;
import dev.pollux.sandbox.sql.query.QueryTranslator;
import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.syntax.ExprParser;
import dev.pollux.sandbox.sql.syntax.TokenCursor;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `PARTITION BY`, `CLUSTER BY` and `OPTIONS(...)`. The first two speak of columns, which a
/// query that stands behind them makes: they are understood when that is.
record OptionsParser(TokenCursor tokens, ExprParser exprs, Context context) {
  /// What was read, and not understood yet.
  record Read(Ast.@Nullable Expr partition, List<Ast.Expr> clustering, TableOptions options) {
    /// @throws SqlException if the columns are not those that it speaks of
    TableOptions over(List<SqlColumn> columns) throws SqlException {
      PartitionReader reader = new PartitionReader(columns);
      List<String> names = new ArrayList<>();
      for (Ast.Expr expr : clustering) {
        names.add(reader.clustering(expr));
      }
      if (names.size() > MOST_CLUSTERED) {
        throw clustering
            .get(MOST_CLUSTERED)
            .at()
            .invalid("A maximum of " + MOST_CLUSTERED + " columns is allowed in CLUSTER BY");
      }
      return options.with(
          partition == null ? Optional.empty() : Optional.of(reader.partition(partition)), names);
    }
  }

  private static final int MOST_CLUSTERED = 4;

  Read table() throws SqlException {
    Ast.Expr partition = tokens.tryWords("PARTITION", "BY") ? exprs.expr() : null;
    List<Ast.Expr> clustering = new ArrayList<>();
    if (tokens.tryWords("CLUSTER", "BY")) {
      do {
        clustering.add(exprs.expr());
      } while (tokens.trySymbol(","));
    }
    return new Read(partition, clustering, options());
  }

  TableOptions options() throws SqlException {
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
        Optional.empty(),
        List.of(),
        text(told.get("location")));
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
    Typed value = Coercion.to(SqlType.Scalar.TIMESTAMP, new QueryTranslator(context).alone(expr));
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
