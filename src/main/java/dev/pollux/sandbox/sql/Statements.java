package dev.pollux.sandbox.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads and understands whole statements.
final class Statements {
  private final TokenCursor tokens;
  private final Context context;
  private final QueryParser queries;
  private final OptionsParser options;

  Statements(TokenCursor tokens, Context context) {
    this.tokens = tokens;
    this.context = context;
    queries = new QueryParser(tokens);
    options = new OptionsParser(tokens, queries.exprs(), context);
  }

  Translation statement() throws SqlException {
    Position at = tokens.at();
    Token first = tokens.peek();
    Translation translation;
    if (first.word("SELECT") || first.word("WITH") || first.symbol("(")) {
      translation = new QueryTranslator(context).select(queries.query());
    } else {
      translation =
          switch (first.text().toUpperCase(Locale.ROOT)) {
            case "CREATE" -> create();
            case "INSERT" -> insert();
            case "DROP" -> drop();
            case "DELETE",
                "UPDATE",
                "TRUNCATE",
                "MERGE",
                "ALTER",
                "EXPORT",
                "LOAD",
                "CALL",
                "DECLARE",
                "SET",
                "BEGIN",
                "COMMIT",
                "ROLLBACK",
                "EXECUTE",
                "GRANT",
                "REVOKE",
                "ASSERT",
                "EXPLAIN",
                "FROM" ->
                throw at.unsupported(first.text().toUpperCase(Locale.ROOT));
            default -> throw tokens.unexpected();
          };
    }
    boolean _ = tokens.trySymbol(";");
    if (tokens.peek().kind() != Token.Kind.END) {
      if (tokens.isWord("SELECT") || tokens.isWord("CREATE") || tokens.isWord("INSERT")) {
        throw tokens.at().unsupported("A script of several statements");
      }
      throw tokens.expected("end of input");
    }
    return translation;
  }

  private TablePath path() throws SqlException {
    Position at = tokens.at();
    List<String> path = new FromParser(tokens, queries.exprs(), queries).path();
    return context.path(at, path);
  }

  private Translation create() throws SqlException {
    tokens.take();
    boolean replace = tokens.tryWords("OR", "REPLACE");
    Position at = tokens.at();
    if (tokens.tryWords("SCHEMA")) {
      return createSchema(replace, at);
    }
    if (!tokens.tryWords("TABLE")) {
      throw at.unsupported("CREATE " + tokens.peek().text().toUpperCase(Locale.ROOT));
    }
    boolean keep = tokens.tryWords("IF", "NOT", "EXISTS");
    Translation.Existing existing =
        replace
            ? Translation.Existing.REPLACE
            : keep ? Translation.Existing.KEEP : Translation.Existing.FAIL;
    TablePath target = path();
    if (tokens.isWord("LIKE") || tokens.isWord("CLONE") || tokens.isWord("COPY")) {
      throw tokens.at().unsupported("CREATE TABLE " + tokens.peek().text());
    }
    List<Translation.Definition> columns =
        tokens.isSymbol("(")
            ? new ColumnsParser(tokens, queries.exprs(), context).columns()
            : List.of();
    TableOptions told = options.table();
    if (tokens.tryWords("AS")) {
      if (!columns.isEmpty()) {
        throw at.unsupported("CREATE TABLE with columns and a query");
      }
      return new Translation.CreateTableAs(
          target, existing, told, new QueryTranslator(context).select(queries.query()));
    }
    if (columns.isEmpty()) {
      throw at.invalid("CREATE TABLE requires a column list or AS SELECT");
    }
    return new Translation.CreateTable(target, existing, told, columns);
  }

  private Translation createSchema(boolean replace, Position at) throws SqlException {
    if (replace) {
      throw at.unsupported("CREATE OR REPLACE SCHEMA");
    }
    boolean keep = tokens.tryWords("IF", "NOT", "EXISTS");
    List<String> path = new FromParser(tokens, queries.exprs(), queries).path();
    return new Translation.CreateSchema(
        path.size() > 1 ? path.getFirst() : context.defaultProject(),
        path.getLast(),
        keep,
        options.table());
  }

  private Translation drop() throws SqlException {
    tokens.take();
    Position at = tokens.at();
    boolean schema = tokens.tryWords("SCHEMA");
    if (!schema && !tokens.tryWords("TABLE")) {
      throw at.unsupported("DROP " + tokens.peek().text().toUpperCase(Locale.ROOT));
    }
    boolean exists = tokens.tryWords("IF", "EXISTS");
    if (!schema) {
      return new Translation.DropTable(path(), exists);
    }
    List<String> path = new FromParser(tokens, queries.exprs(), queries).path();
    boolean cascade = tokens.tryWords("CASCADE");
    if (!cascade) {
      boolean _ = tokens.tryWords("RESTRICT");
    }
    return new Translation.DropSchema(
        path.size() > 1 ? path.getFirst() : context.defaultProject(),
        path.getLast(),
        exists,
        cascade);
  }

  private Translation insert() throws SqlException {
    tokens.take();
    boolean _ = tokens.tryWords("INTO");
    Position at = tokens.at();
    List<String> path = new FromParser(tokens, queries.exprs(), queries).path();
    TableCatalog.VisibleTable table = context.table(at, path);
    List<SqlColumn> columns = new ArrayList<>();
    if (tokens.trySymbol("(")) {
      Set<String> seen = new HashSet<>();
      do {
        columns.add(column(table));
        if (!seen.add(columns.getLast().name())) {
          throw at.invalid("INSERT has columns with duplicate name: " + columns.getLast().name());
        }
      } while (tokens.trySymbol(","));
      tokens.symbol(")");
    } else {
      columns.addAll(table.columns());
    }
    Rel rel =
        tokens.tryWords("VALUES")
            ? values(columns.size())
            : new QueryTranslator(context).rel(queries.query(), null);
    return new Translation.Insert(
        context.path(at, path),
        columns.stream().map(SqlColumn::name).toList(),
        coerced(at, rel, columns));
  }

  private SqlColumn column(TableCatalog.VisibleTable table) throws SqlException {
    Position at = tokens.at();
    String name = tokens.identifier();
    return table.columns().stream()
        .filter(c -> c.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> at.invalid("Column " + name + " is not present in table"));
  }

  private Rel values(int width) throws SqlException {
    List<Ast.Body> rows = new ArrayList<>();
    do {
      Position at = tokens.at();
      tokens.symbol("(");
      List<Ast.Item> items = new ArrayList<>();
      do {
        items.add(new Ast.Plain(queries.exprs().expr(), ""));
      } while (tokens.trySymbol(","));
      tokens.symbol(")");
      if (items.size() != width) {
        throw at.invalid(
            "Inserted row has wrong column count; Has " + items.size() + ", expected " + width);
      }
      rows.add(new Ast.Select(at, false, false, items, null, null, null, null, null));
    } while (tokens.trySymbol(","));
    Ast.Body body = QueryParser.tree(rows, "UNION ALL", tokens.at());
    return new QueryTranslator(context)
        .rel(new Ast.Query(List.of(), body, List.of(), null, null), null);
  }

  private Translation.Select coerced(Position at, Rel rel, List<SqlColumn> columns)
      throws SqlException {
    if (rel.columns().size() != columns.size()) {
      throw at.invalid(
          "Inserted row has wrong column count; Has "
              + rel.columns().size()
              + ", expected "
              + columns.size());
    }
    String alias = context.alias();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Typed inner = rel.columns().get(i).value();
      Typed value =
          Coercion.to(
              columns.get(i).type(),
              new Typed(inner.type(), alias + ".c" + i, inner.form(), inner.literal()));
      if (value == null) {
        throw at.invalid(
            "Query column "
                + (i + 1)
                + " has type "
                + inner.type()
                + " which cannot be inserted into column "
                + columns.get(i).name()
                + ", which has type "
                + columns.get(i).type());
      }
      items.add(value.sql() + " AS " + DuckSyntax.name(columns.get(i).name()));
    }
    return new Translation.Select(
        "SELECT " + String.join(", ", items) + " FROM (" + rel.sql() + ") AS " + alias,
        columns,
        context.tables());
  }
}
