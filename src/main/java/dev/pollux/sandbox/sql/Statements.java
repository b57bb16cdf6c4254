package dev.pollux.sandbox.sql;

import dev.pollux.sandbox.sql.catalog.TablePath;
import dev.pollux.sandbox.sql.query.Context;
import dev.pollux.sandbox.sql.syntax.QueryParser;
import dev.pollux.sandbox.sql.syntax.Token;
import dev.pollux.sandbox.sql.syntax.TokenCursor;
import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import java.util.List;
import java.util.Locale;

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
      translation = new OutermostQuery(context).select(queries.query());
    } else {
      translation =
          switch (first.text().toUpperCase(Locale.ROOT)) {
            case "CREATE" -> create();
            case "INSERT" -> new InsertParser(tokens, context, queries).insert();
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
    List<String> path = queries.path();
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
    OptionsParser.Read told = options.table();
    if (tokens.tryWords("AS")) {
      if (!columns.isEmpty()) {
        throw at.unsupported("CREATE TABLE with columns and a query");
      }
      Translation.Select select = new OutermostQuery(context).select(queries.query());
      return new Translation.CreateTableAs(target, existing, told.over(select.columns()), select);
    }
    if (columns.isEmpty()) {
      throw at.invalid("CREATE TABLE requires a column list or AS SELECT");
    }
    List<SqlColumn> there = columns.stream().map(Translation.Definition::column).toList();
    return new Translation.CreateTable(target, existing, told.over(there), columns);
  }

  private Translation createSchema(boolean replace, Position at) throws SqlException {
    if (replace) {
      throw at.unsupported("CREATE OR REPLACE SCHEMA");
    }
    boolean keep = tokens.tryWords("IF", "NOT", "EXISTS");
    List<String> path = queries.path();
    return new Translation.CreateSchema(
        path.size() > 1 ? path.getFirst() : context.defaultProject(),
        path.getLast(),
        keep,
        options.options());
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
    List<String> path = queries.path();
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
}
