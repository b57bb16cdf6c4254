package dev.pollux.sandbox.sql;

import dev.pollux.sandbox.sql.query.Context;
import dev.pollux.sandbox.sql.syntax.ExprParser;
import dev.pollux.sandbox.sql.syntax.TokenCursor;
import dev.pollux.sandbox.sql.syntax.TypeParser;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/// Reads the columns of CREATE TABLE.
record ColumnsParser(TokenCursor tokens, ExprParser exprs, Context context) {
  List<Translation.Definition> columns() throws SqlException {
    List<Translation.Definition> columns = new ArrayList<>();
    tokens.symbol("(");
    while (!tokens.isSymbol(")")) {
      if (!columns.isEmpty()) {
        tokens.symbol(",");
      }
      String name = tokens.identifier();
      SqlType type = new TypeParser(tokens).type();
      boolean required = tokens.tryWords("NOT", "NULL");
      if (tokens.isWord("DEFAULT") || tokens.isWord("PRIMARY") || tokens.isWord("COLLATE")) {
        throw tokens.at().unsupported("A column with " + tokens.peek().text());
      }
      String description =
          new OptionsParser(tokens, exprs, context).options().description().orElse("");
      columns.add(new Translation.Definition(new SqlColumn(name, type), required, description));
    }
    tokens.symbol(")");
    return columns;
  }
}
