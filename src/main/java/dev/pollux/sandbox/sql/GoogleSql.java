package dev.pollux.sandbox.sql;

import dev.pollux.sandbox.sql.catalog.TableCatalog;
import dev.pollux.sandbox.sql.duckdb.ExpandedSize;
import dev.pollux.sandbox.sql.duckdb.JavaFunctions;
import dev.pollux.sandbox.sql.duckdb.Macros;
import dev.pollux.sandbox.sql.duckdb.ScalarFunction;
import dev.pollux.sandbox.sql.query.Context;
import dev.pollux.sandbox.sql.syntax.Lexer;
import dev.pollux.sandbox.sql.syntax.TokenCursor;
import dev.pollux.sandbox.sql.type.Parameters;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.Typed;
import dev.pollux.sandbox.sql.value.JsonText;
import java.util.List;

/// Turns GoogleSQL into DuckDB's SQL. What is outside of the subset (see the package) is refused,
/// never run with another meaning.
public final class GoogleSql {
  /// Characters of a statement ([quotas](https://cloud.google.com/bigquery/quotas#query_jobs)).
  private static final int LONGEST = 1024 * 1024;

  private GoogleSql() {}

  /// Translates one statement.
  ///
  /// @throws SqlException if BigQuery would refuse it, or it is outside of the subset
  public static Translation translate(String sql, Parameters parameters, TableCatalog catalog)
      throws SqlException {
    if (sql.length() > LONGEST) {
      throw SqlException.invalid(
          "The query is too large. The maximum standard SQL query length is 1024.00K characters,"
              + " including comments and white space characters.");
    }
    try {
      Context context = new Context(catalog, parameters);
      Translation translation =
          new Statements(new TokenCursor(Lexer.tokens(sql)), context).statement();
      context.untagged(duckSql(translation));
      if (ExpandedSize.of(duckSql(translation)) > ExpandedSize.MOST) {
        throw SqlException.tooComplex();
      }
      return translation;
    } catch (StackOverflowError | Typed.TooLong e) {
      SqlException refused = SqlException.tooComplex();
      refused.addSuppressed(e);
      throw refused;
    }
  }

  private static String duckSql(Translation translation) {
    return switch (translation) {
      case Translation.Select select -> select.duckSql();
      case Translation.CreateTableAs create -> create.select().duckSql();
      case Translation.Insert insert -> insert.select().duckSql();
      case Translation.CreateTable _,
          Translation.DropTable _,
          Translation.CreateSchema _,
          Translation.DropSchema _ ->
          "";
    };
  }

  /// A JSON value as a JSON column keeps it, and as PARSE_JSON makes it: keys in order, numbers in
  /// one spelling, those that 64 bits cannot hold rounded.
  ///
  /// @throws IllegalArgumentException if it is not JSON
  public static String json(String text) {
    return JsonText.print(JsonText.parse(text), true);
  }

  /// Statements to run once on a database before any translation, after [#functions] are
  /// registered.
  public static List<String> macros() {
    return Macros.list();
  }

  /// Functions to register once on a database.
  public static List<ScalarFunction> functions() {
    return JavaFunctions.list();
  }
}
