package dev.pollux.sandbox.sql.query;

import dev.pollux.sandbox.sql.catalog.TableCatalog;
import dev.pollux.sandbox.sql.function.Logic;
import dev.pollux.sandbox.sql.function.Operators;
import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import dev.pollux.sandbox.sql.type.Typed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Understands what follows FROM.
record Froms(Context context, @Nullable NameScope outer) {
  /// DuckDB's words, and the names that they bring.
  record Source(String sql, NameScope scope) {}

  Source source(Ast.From from) throws SqlException {
    return source(from, NameScope.empty(outer));
  }

  private Source source(Ast.From from, NameScope left) throws SqlException {
    return switch (from) {
      case Ast.TableRef table -> table(table, left);
      case Ast.QueryRef query -> {
        Rel rel = new QueryTranslator(context).rel(query.query(), outer);
        yield named(query.at(), query.alias(), rel, "(" + rel.sql() + ")");
      }
      case Ast.UnnestRef unnest -> unnest(unnest, Exprs.plain(context, left).typed(unnest.array()));
      case Ast.Join join -> join(join);
    };
  }

  private Source named(Position at, String name, Rel rel, String sql) throws SqlException {
    String alias = context.alias();
    if (rel.valueTable()) {
      Typed row = rel.seen(alias).getFirst().value();
      List<NameScope.Seen> fields = fields(at, row);
      return new Source(
          sql + " AS " + alias,
          new NameScope(
              outer,
              name.isEmpty() ? List.of() : List.of(new NameScope.RangeVariable(name, fields, row)),
              fields));
    }
    NameScope.RangeVariable range = NameScope.range(name, rel.seen(alias));
    return new Source(
        sql + " AS " + alias,
        name.isEmpty()
            ? new NameScope(outer, List.of(), range.columns())
            : NameScope.of(outer, range));
  }

  private Source table(Ast.TableRef ref, NameScope left) throws SqlException {
    String name = ref.alias().isEmpty() ? ref.path().getLast() : ref.alias();
    Context.Named query = context.named(ref.path());
    if (query != null) {
      return named(ref.at(), name, query.rel(), query.duckName());
    }
    boolean correlated =
        ref.path().size() > 1
            && (left.range(ref.path().getFirst()) != null
                || !left.named(ref.path().getFirst()).isEmpty()
                || (outer != null && outer.range(ref.path().getFirst()) != null));
    if (correlated) {
      Typed array = Exprs.plain(context, left).typed(new Ast.Name(ref.at(), ref.path()));
      return unnest(
          new Ast.UnnestRef(ref.at(), new Ast.Name(ref.at(), ref.path()), name, ""), array);
    }
    TableCatalog.VisibleTable table = context.table(ref.at(), ref.path());
    String alias = context.alias();
    List<NameScope.Seen> columns = new ArrayList<>();
    for (SqlColumn column : table.columns()) {
      columns.add(
          new NameScope.Seen(
              column.name(),
              Typed.of(column.type(), alias + "." + DuckSyntax.name(column.name()))));
    }
    context.guarded().reads(context.path(ref.at(), ref.path()), table.guard(), alias);
    List<NameScope.Seen> pseudo = new ArrayList<>();
    for (SqlColumn column : table.guard().pseudo()) {
      pseudo.add(
          new NameScope.Seen(
              column.name(),
              Typed.of(column.type(), alias + "." + DuckSyntax.name(column.name()))));
    }
    return new Source(
        table.duckName() + " AS " + alias,
        NameScope.of(outer, NameScope.range(name, columns).withPseudo(pseudo)));
  }

  private Source unnest(Ast.UnnestRef ref, Typed array) throws SqlException {
    if (!(array.type() instanceof SqlType.Array type)) {
      throw ref.at()
          .invalid(
              "Values referenced in UNNEST must be arrays. UNNEST contains expression of type "
                  + array.type());
    }
    String alias = context.alias();
    Typed item = Typed.of(type.element(), alias + ".item");
    List<NameScope.Seen> columns = new ArrayList<>();
    if (type.element() instanceof SqlType.Struct) {
      columns.addAll(fields(ref.at(), item));
    } else {
      columns.add(new NameScope.Seen(ref.alias(), item));
    }
    List<NameScope.RangeVariable> ranges = new ArrayList<>();
    if (!ref.alias().isEmpty()) {
      List<NameScope.Seen> inside = type.element() instanceof SqlType.Struct ? columns : List.of();
      ranges.add(new NameScope.RangeVariable(ref.alias(), List.copyOf(inside), item));
    }
    if (!ref.offset().isEmpty()) {
      columns.add(
          new NameScope.Seen(ref.offset(), Typed.of(SqlType.Scalar.INT64, alias + ".place")));
    }
    String sql =
        "(SELECT unnest("
            + array.sql()
            + ") AS item, generate_subscripts("
            + array.sql()
            + ", 1) - 1 AS place) AS "
            + alias;
    return new Source("LATERAL " + sql, new NameScope(outer, ranges, columns));
  }

  private Source join(Ast.Join join) throws SqlException {
    Source left = source(join.left());
    Source right = source(join.right(), left.scope());
    String rightSql = join.right() instanceof Ast.Join ? "(" + right.sql() + ")" : right.sql();
    for (NameScope.RangeVariable range : right.scope().ranges()) {
      if (left.scope().range(range.name()) != null) {
        throw join.at()
            .invalid("Duplicate table alias " + range.name() + " in the same FROM clause");
      }
    }
    NameScope both = left.scope().and(right.scope());
    if (join.kind().equals("CROSS")) {
      return new Source(left.sql() + " CROSS JOIN " + rightSql, both);
    }
    String head = left.sql() + " " + join.kind() + " JOIN " + rightSql + " ON ";
    Ast.Expr on = join.on();
    if (on != null) {
      return new Source(
          head + Logic.filter(Exprs.plain(context, both), on, "JOIN ON clause").sql(), both);
    }
    return using(join, head, left.scope(), right.scope());
  }

  private Source using(Ast.Join join, String head, NameScope left, NameScope right)
      throws SqlException {
    List<NameScope.Seen> columns = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (String name : join.using()) {
      Typed a = one(join, left, name, "left");
      Typed b = one(join, right, name, "right");
      List<Typed> same = Operators.comparable(join.at(), "=", List.of(a, b));
      conditions.add(
          same.get(0).is(SqlType.Scalar.FLOAT64)
              ? "bq_eq(" + same.get(0).sql() + ", " + same.get(1).sql() + ")"
              : same.get(0).sql() + " = " + same.get(1).sql());
      String value =
          switch (join.kind()) {
            case "RIGHT" -> same.get(1).sql();
            case "FULL" -> "coalesce(" + same.get(0).sql() + ", " + same.get(1).sql() + ")";
            default -> same.get(0).sql();
          };
      columns.add(new NameScope.Seen(name, Typed.of(same.get(0).type(), value)));
    }
    for (NameScope side : List.of(left, right)) {
      side.columns().stream()
          .filter(c -> join.using().stream().noneMatch(c.name()::equalsIgnoreCase))
          .forEach(columns::add);
    }
    return new Source(
        head + "(" + String.join(" AND ", conditions) + ")",
        new NameScope(outer, left.and(right).ranges(), columns));
  }

  private static Typed one(Ast.Join join, NameScope scope, String name, String side)
      throws SqlException {
    List<NameScope.Seen> found = scope.named(name);
    if (found.size() != 1) {
      throw join.at()
          .invalid("Column " + name + " in USING clause not found on " + side + " side of join");
    }
    return found.getFirst().value();
  }

  /// The columns of `x.*`.
  static List<NameScope.Seen> columns(Exprs exprs, Ast.All all) throws SqlException {
    Ast.Expr base = java.util.Objects.requireNonNull(all.base());
    if (base instanceof Ast.Name name && name.path().size() == 1) {
      NameScope.RangeVariable range = exprs.scope().range(name.path().getFirst());
      if (range != null) {
        return range.columns();
      }
    }
    return fields(all.at(), exprs.typed(base));
  }

  private static List<NameScope.Seen> fields(Position at, Typed value) throws SqlException {
    if (!(value.type() instanceof SqlType.Struct struct)) {
      throw at.invalid("Dot-star is not supported for type " + value.type());
    }
    List<NameScope.Seen> columns = new ArrayList<>();
    for (int i = 0; i < struct.fields().size(); i++) {
      columns.add(
          new NameScope.Seen(
              struct.fields().get(i).name(), NameResolution.fieldAt(struct, value, i)));
    }
    return columns;
  }
}
