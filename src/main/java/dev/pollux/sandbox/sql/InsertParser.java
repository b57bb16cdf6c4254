package dev.pollux.sandbox.sql;

import dev.pollux.sandbox.sql.catalog.TableCatalog;
import dev.pollux.sandbox.sql.function.ExpressionWalk;
import dev.pollux.sandbox.sql.query.Context;
import dev.pollux.sandbox.sql.query.QueryTranslator;
import dev.pollux.sandbox.sql.query.Rel;
import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.syntax.QueryParser;
import dev.pollux.sandbox.sql.syntax.TokenCursor;
import dev.pollux.sandbox.sql.type.Coercion;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads and understands INSERT. A row of VALUES is written for its columns: `[]`, NULL and
/// literals become what the column is, in a struct that is written out too. What a query gives has
/// types of its own.
record InsertParser(TokenCursor tokens, Context context, QueryParser queries) {
  Translation.Insert insert() throws SqlException {
    tokens.take();
    boolean _ = tokens.tryWords("INTO");
    Position at = tokens.at();
    List<String> path = queries.path();
    TableCatalog.VisibleTable table = context.table(at, path);
    List<SqlColumn> columns = columns(table, String.join(".", path));
    Position from = tokens.at();
    Rel rel = tokens.tryWords("VALUES") ? values(columns) : rows(queries.query());
    return new Translation.Insert(
        context.path(at, path),
        columns.stream().map(SqlColumn::name).toList(),
        inserted(from, rel, columns));
  }

  private List<SqlColumn> columns(TableCatalog.VisibleTable table, String name)
      throws SqlException {
    if (!tokens.trySymbol("(")) {
      return table.columns();
    }
    List<SqlColumn> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    do {
      Position at = tokens.at();
      SqlColumn column = column(table, name);
      if (!seen.add(column.name())) {
        throw at.invalid("INSERT has columns with duplicate name: " + column.name());
      }
      columns.add(column);
    } while (tokens.trySymbol(","));
    tokens.symbol(")");
    return columns;
  }

  private SqlColumn column(TableCatalog.VisibleTable table, String of) throws SqlException {
    Position at = tokens.at();
    String name = tokens.identifier();
    return table.columns().stream()
        .filter(c -> c.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> at.invalid("Column " + name + " is not present in table " + of));
  }

  private Rel values(List<SqlColumn> columns) throws SqlException {
    List<Ast.Body> rows = new ArrayList<>();
    do {
      Position at = tokens.at();
      tokens.symbol("(");
      List<Ast.Expr> row = new ArrayList<>();
      do {
        row.add(value());
      } while (tokens.trySymbol(","));
      tokens.symbol(")");
      if (row.size() != columns.size()) {
        throw wrongCount(at, row.size(), columns);
      }
      List<Ast.Item> items = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        items.add(new Ast.Plain(written(row.get(i), columns.get(i)), ""));
      }
      rows.add(new Ast.Select(at, false, false, items, null, null, null, null, null));
    } while (tokens.trySymbol(","));
    Ast.Body body = QueryParser.tree(rows, "UNION ALL", tokens.at());
    return new QueryTranslator(context).rel(new Ast.Query(List.of(), body, List.of(), null, null));
  }

  /// DEFAULT is NULL: columns with another default are not served.
  private Ast.Expr value() throws SqlException {
    Position at = tokens.at();
    return tokens.tryWords("DEFAULT") ? new Ast.Literal(at, null, null) : queries.exprs().expr();
  }

  private Ast.Expr written(Ast.Expr expr, SqlColumn column) throws SqlException {
    if (ExpressionWalk.hasAggregate(expr) || ExpressionWalk.hasWindow(expr)) {
      throw expr.at()
          .invalid(
              (ExpressionWalk.hasWindow(expr) ? "Analytic" : "Aggregate")
                  + " function not allowed in INSERT VALUES");
    }
    Typed value = new QueryTranslator(context).alone(expr);
    Typed written = Coercion.written(column.type(), value);
    if (written == null) {
      throw expr.at().invalid(misfit("Value", value, column));
    }
    return new Ast.Given(expr.at(), expr, written);
  }

  /// Only NULL and [] have no type yet, where they are columns of the query itself.
  private Rel rows(Ast.Query query) throws SqlException {
    Rel rel = new QueryTranslator(context).rel(query);
    boolean open = query.body() instanceof Ast.Select;
    List<Rel.Out> columns = new ArrayList<>();
    for (Rel.Out out : rel.columns()) {
      Typed value = out.value();
      boolean none = value.isNull() || value.form() == Typed.Form.EMPTY_ARRAY;
      columns.add(
          new Rel.Out(out.name(), open && none ? value : Typed.of(value.type(), value.sql())));
    }
    return new Rel(rel.sql(), columns, rel.valueTable());
  }

  private Translation.Select inserted(Position at, Rel rel, List<SqlColumn> columns)
      throws SqlException {
    if (rel.columns().size() != columns.size()) {
      throw wrongCount(at, rel.columns().size(), columns);
    }
    String alias = context.alias();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Typed inner = rel.columns().get(i).value();
      Typed value = Coercion.to(columns.get(i).type(), inner.named(alias + ".c" + i));
      if (value == null) {
        throw at.invalid(misfit("Query column " + (i + 1), inner, columns.get(i)));
      }
      items.add(value.sql() + " AS " + DuckSyntax.name(columns.get(i).name()));
    }
    return new Translation.Select(
        "SELECT " + String.join(", ", items) + " FROM (" + rel.sql() + ") AS " + alias,
        columns,
        context.tables());
  }

  private static SqlException wrongCount(Position at, int has, List<SqlColumn> columns) {
    return at.invalid(
        "Inserted row has wrong column count; Has " + has + ", expected " + columns.size());
  }

  private static String misfit(String what, Typed value, SqlColumn column) {
    return what
        + " has type "
        + value.type()
        + " which cannot be inserted into column "
        + column.name()
        + ", which has type "
        + column.type();
  }
}
