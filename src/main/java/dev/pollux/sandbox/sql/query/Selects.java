package dev.pollux.sandbox.sql.query;

import dev.pollux.sandbox.sql.function.ExpressionWalk;
import dev.pollux.sandbox.sql.function.Logic;
import dev.pollux.sandbox.sql.function.Operators;
import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import dev.pollux.sandbox.sql.value.CastReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Understands one SELECT.
record Selects(Context context, @Nullable NameScope outer) {
  private record Item(String name, Ast.@Nullable Expr expr, @Nullable Typed column) {}

  Rel rel(Ast.Select select, Ast.Query query) throws SqlException {
    Ast.From tables = select.from();
    GuardedReads.Open around = context.guarded().begins();
    Froms.Source source =
        tables == null
            ? new Froms.Source("", NameScope.empty(outer))
            : new Froms(context, outer).source(tables);
    Exprs plain = Exprs.plain(context, source.scope());
    Ast.Expr where = select.where();
    context.guarded().filtered(where, around);
    List<Item> items = items(select, plain);
    Ast.Expr having = select.having();
    String filter =
        where == null ? "" : " WHERE " + Logic.filter(plain, where, "WHERE clause").sql();
    Ast.GroupBy group = select.group();
    boolean aggregates =
        items.stream().anyMatch(i -> i.expr() != null && ExpressionWalk.hasAggregate(i.expr()))
            || query.order().stream().anyMatch(o -> ExpressionWalk.hasAggregate(o.expr()));
    boolean grouped = group != null || having != null || aggregates;
    if (tables == null) {
      checkOneRow(select, query);
    }
    if (having != null && group == null && !aggregates) {
      throw having
          .at()
          .invalid(
              ExpressionWalk.hasAggregate(having)
                  ? "The HAVING clause only allows aggregation if GROUP BY or SELECT list aggregation is present"
                  : "The HAVING clause requires GROUP BY or aggregation to be present");
    }
    Set<String> keys = group == null ? Set.of() : keys(group, items, plain);
    Exprs exprs = new Exprs(context, source.scope(), grouped ? keys : null, Map.of(), true);
    List<Typed> values = new ArrayList<>();
    Map<String, Typed> aliases = new HashMap<>();
    for (Item item : items) {
      Typed value = value(select, item, exprs);
      values.add(value);
      if (!item.name().isEmpty() && item.expr() != null) {
        aliases.put(item.name().toLowerCase(Locale.ROOT), value);
      }
    }
    Exprs after = new Exprs(context, source.scope(), grouped ? keys : null, aliases, true);
    StringBuilder sql = new StringBuilder();
    sql.append(source.sql().isEmpty() ? "" : " FROM " + source.sql()).append(filter);
    sql.append(keys.isEmpty() ? "" : " GROUP BY " + String.join(", ", keys));
    if (having != null) {
      sql.append(" HAVING ").append(after.bool(having, "HAVING clause").sql());
    }
    Ast.Expr qualify = select.qualify();
    if (qualify != null) {
      sql.append(" QUALIFY ").append(after.bool(qualify, "QUALIFY clause").sql());
    }
    return finish(select, query, new Parts(items, values, sql.toString(), after));
  }

  /// What needs rows stands behind FROM only.
  private static void checkOneRow(Ast.Select select, Ast.Query query) throws SqlException {
    String clause =
        select.where() != null
            ? "a WHERE"
            : select.group() != null
                ? "a GROUP BY"
                : select.having() != null
                    ? "a HAVING"
                    : query.body().equals(select) && !query.order().isEmpty() ? "an ORDER BY" : "";
    if (!clause.isEmpty()) {
      throw select.at().invalid("Query without FROM clause cannot have " + clause + " clause");
    }
    for (Ast.Item item : select.items()) {
      if (item instanceof Ast.Plain plain
          && (ExpressionWalk.hasAggregate(plain.expr())
              || ExpressionWalk.hasWindow(plain.expr()))) {
        throw plain
            .expr()
            .at()
            .invalid(
                (ExpressionWalk.hasWindow(plain.expr())
                        ? "Analytic function"
                        : "Aggregate function")
                    + " not allowed in SELECT without FROM clause");
      }
    }
  }

  private record Parts(List<Item> items, List<Typed> values, String rest, Exprs exprs) {}

  private Rel finish(Ast.Select select, Ast.Query query, Parts parts) throws SqlException {
    List<Rel.Out> columns = new ArrayList<>();
    List<String> list = new ArrayList<>();
    for (int i = 0; i < parts.values().size(); i++) {
      columns.add(new Rel.Out(parts.items().get(i).name(), parts.values().get(i)));
      list.add(parts.values().get(i).sql() + " AS c" + i);
    }
    if (select.asStruct()) {
      list = List.of(row(columns) + " AS c0");
      columns = List.of(new Rel.Out("", Typed.of(rowType(columns), "")));
    }
    QueryTranslator queries = new QueryTranslator(context);
    if (!select.distinct()) {
      String tail = queries.tail(query, parts.exprs(), parts.values());
      return new Rel(
          "SELECT " + String.join(", ", list) + parts.rest() + tail, columns, select.asStruct());
    }
    for (Rel.Out column : columns) {
      if (column.value().is(SqlType.Scalar.JSON)
          || !(column.value().type() instanceof SqlType.Scalar)) {
        throw select
            .at()
            .invalid(
                "Column "
                    + column.name()
                    + " of type "
                    + column.value().type()
                    + " cannot be used in SELECT DISTINCT");
      }
    }
    return distinct(
        query, new Rel("SELECT DISTINCT " + String.join(", ", list) + parts.rest(), columns));
  }

  private Rel distinct(Ast.Query query, Rel rel) throws SqlException {
    String alias = context.alias();
    List<NameScope.Seen> seen = rel.seen(alias);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      items.add(alias + ".c" + i + " AS c" + i);
    }
    Exprs exprs = Exprs.plain(context, new NameScope(outer, List.of(), seen));
    String tail =
        new QueryTranslator(context)
            .tail(query, exprs, seen.stream().map(NameScope.Seen::value).toList());
    return new Rel(
        "SELECT " + String.join(", ", items) + " FROM (" + rel.sql() + ") AS " + alias + tail,
        rel.columns());
  }

  private static SqlType.Struct rowType(List<Rel.Out> columns) {
    return new SqlType.Struct(
        columns.stream().map(c -> new SqlColumn(c.name(), c.value().type())).toList());
  }

  private static String row(List<Rel.Out> columns) {
    SqlType.Struct type = rowType(columns);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(DuckSyntax.name(DuckSyntax.field(type, i)) + " := " + columns.get(i).value().sql());
    }
    return "struct_pack(" + String.join(", ", parts) + ")";
  }

  private static Typed value(Ast.Select select, Item item, Exprs exprs) throws SqlException {
    Typed column = item.column();
    Ast.Expr expr = item.expr();
    if (column != null) {
      Set<String> keys = exprs.keys();
      if (keys != null && !keys.contains(column.sql())) {
        throw select
            .at()
            .invalid(
                "Star expansion expression references column "
                    + item.name()
                    + " which is neither grouped nor aggregated");
      }
      return column;
    }
    return exprs.typed(java.util.Objects.requireNonNull(expr));
  }

  private List<Item> items(Ast.Select select, Exprs exprs) throws SqlException {
    List<Item> items = new ArrayList<>();
    for (Ast.Item item : select.items()) {
      switch (item) {
        case Ast.Plain plain -> {
          String alias = plain.alias().isEmpty() ? Ast.implied(plain.expr()) : plain.alias();
          items.add(new Item(alias, plain.expr(), null));
        }
        case Ast.All all -> items.addAll(star(select, all, exprs));
      }
    }
    return items;
  }

  private List<Item> star(Ast.Select select, Ast.All all, Exprs exprs) throws SqlException {
    List<NameScope.Seen> columns =
        all.base() == null ? exprs.scope().columns() : Froms.columns(exprs, all);
    if (columns.isEmpty() && select.from() == null) {
      throw all.at().invalid("SELECT * must have a FROM clause");
    }
    for (String name : all.except()) {
      if (columns.stream().noneMatch(c -> c.name().equalsIgnoreCase(name))) {
        throw all.at().invalid("Column " + name + " in SELECT * EXCEPT list does not exist");
      }
    }
    for (Ast.Plain replaced : all.replace()) {
      if (columns.stream().noneMatch(c -> c.name().equalsIgnoreCase(replaced.alias()))) {
        throw all.at()
            .invalid("Column " + replaced.alias() + " in SELECT * REPLACE list does not exist");
      }
    }
    List<Item> items = new ArrayList<>();
    for (NameScope.Seen column : columns) {
      if (all.except().stream().noneMatch(column.name()::equalsIgnoreCase)) {
        Ast.Expr replacement =
            all.replace().stream()
                .filter(r -> r.alias().equalsIgnoreCase(column.name()))
                .findFirst()
                .map(Ast.Plain::expr)
                .orElse(null);
        items.add(
            new Item(column.name(), replacement, replacement == null ? column.value() : null));
      }
    }
    if (items.isEmpty()) {
      throw all.at().invalid("SELECT * EXCEPT would leave no columns");
    }
    return items;
  }

  /// What is grouped by, as DuckDB says it.
  private Set<String> keys(Ast.GroupBy group, List<Item> items, Exprs plain) throws SqlException {
    List<Typed> keys = new ArrayList<>();
    for (Item item : group.all() ? items : List.<Item>of()) {
      if (item.expr() == null
          || (!ExpressionWalk.hasAggregate(item.expr())
              && !ExpressionWalk.hasWindow(item.expr()))) {
        keys.add(raw(item, plain));
      }
    }
    for (Ast.Expr key : group.keys()) {
      keys.add(key(key, items, plain));
    }
    for (int i = 0; i < keys.size(); i++) {
      SqlType type = keys.get(i).type();
      if (!(type instanceof SqlType.Scalar) || !Operators.isComparable(type)) {
        throw SqlException.invalid("Grouping by expressions of type " + type + " is not allowed");
      }
    }
    return keys.stream().map(Typed::sql).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Typed raw(Item item, Exprs plain) throws SqlException {
    Typed column = item.column();
    return column != null ? column : plain.typed(java.util.Objects.requireNonNull(item.expr()));
  }

  private static Typed key(Ast.Expr key, List<Item> items, Exprs plain) throws SqlException {
    if (key instanceof Ast.Literal literal && literal.type() == SqlType.Scalar.INT64) {
      long place = CastReader.int64(String.valueOf(literal.value()));
      if (place < 1 || place > items.size()) {
        throw literal.at().invalid("GROUP BY is out of SELECT column number range: " + place);
      }
      Item item = items.get((int) place - 1);
      if (item.expr() != null && ExpressionWalk.hasAggregate(item.expr())) {
        throw literal.at().invalid("The GROUP BY list references an aggregate at column " + place);
      }
      return raw(item, plain);
    }
    if (key instanceof Ast.Name name
        && name.path().size() == 1
        && plain.scope().named(name.path().getFirst()).isEmpty()) {
      for (Item item : items) {
        if (item.expr() != null && item.name().equalsIgnoreCase(name.path().getFirst())) {
          return plain.typed(item.expr());
        }
      }
    }
    return plain.typed(key);
  }
}
