package dev.pollux.sandbox.sql;

import dev.pollux.sandbox.sql.query.Context;
import dev.pollux.sandbox.sql.query.QueryTranslator;
import dev.pollux.sandbox.sql.query.Rel;
import dev.pollux.sandbox.sql.syntax.Ast;
import dev.pollux.sandbox.sql.type.DuckSyntax;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The query that a statement is, or ends in: its columns are those of a result or of a table, and
/// so each has a name of its own.
record OutermostQuery(Context context) {
  /// The query, under the names that the result has.
  Translation.Select select(Ast.Query query) throws SqlException {
    Rel rel = new QueryTranslator(context).rel(query);
    List<SqlColumn> columns = new ArrayList<>();
    List<String> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int anonymous = 0;
    for (int i = 0; i < rel.columns().size(); i++) {
      Rel.Out out = rel.columns().get(i);
      String name = out.name().isEmpty() ? "f" + anonymous++ + "_" : out.name();
      once(names, name);
      named(out.value().type());
      columns.add(new SqlColumn(name, out.value().type()));
      items.add("q.c" + i + " AS " + DuckSyntax.name(name));
    }
    String sql = "SELECT " + String.join(", ", items) + " FROM (" + rel.sql() + ") AS q";
    return new Translation.Select(sql, columns, context.tables());
  }

  private static void once(Set<String> names, String name) throws SqlException {
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw SqlException.invalid(
          "Duplicate column names in the result are not supported. Found duplicate(s): " + name);
    }
  }

  /// A value may have two fields of a name, the columns of a result not, at any depth.
  private static void named(SqlType type) throws SqlException {
    switch (type) {
      case SqlType.Array array -> named(array.element());
      case SqlType.Struct struct -> {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < struct.fields().size(); i++) {
          SqlColumn field = struct.fields().get(i);
          once(names, field.name().isEmpty() ? "_field_" + (i + 1) : field.name());
          named(field.type());
        }
      }
      case SqlType.Scalar _, SqlType.Range _ -> {}
    }
  }
}
