package dev.pollux.sandbox.sql.syntax;

import dev.pollux.sandbox.sql.type.Position;
import dev.pollux.sandbox.sql.type.SqlColumn;
import dev.pollux.sandbox.sql.type.SqlException;
import dev.pollux.sandbox.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads types: `INT64`, `ARRAY<STRING>`, `STRUCT<a INT64, b STRING>`, with their synonyms.
public final class TypeParser {
  private static final Map<String, SqlType.Scalar> SYNONYMS =
      Map.ofEntries(
          Map.entry("INT", SqlType.Scalar.INT64),
          Map.entry("INTEGER", SqlType.Scalar.INT64),
          Map.entry("BIGINT", SqlType.Scalar.INT64),
          Map.entry("SMALLINT", SqlType.Scalar.INT64),
          Map.entry("TINYINT", SqlType.Scalar.INT64),
          Map.entry("BYTEINT", SqlType.Scalar.INT64),
          Map.entry("DECIMAL", SqlType.Scalar.NUMERIC),
          Map.entry("BIGDECIMAL", SqlType.Scalar.BIGNUMERIC),
          Map.entry("BOOLEAN", SqlType.Scalar.BOOL));

  private final TokenCursor tokens;

  /// Reads from where the cursor is.
  public TypeParser(TokenCursor tokens) {
    this.tokens = tokens;
  }

  /// Reads one type.
  public SqlType type() throws SqlException {
    return tokens.deeper(this::whole);
  }

  private SqlType whole() throws SqlException {
    if (tokens.tryWords("ARRAY")) {
      tokens.symbol("<");
      Position at = tokens.at();
      SqlType element = type();
      if (element instanceof SqlType.Array) {
        throw at.invalid("Arrays of arrays are not supported");
      }
      tokens.closeAngle();
      return new SqlType.Array(element);
    }
    if (tokens.tryWords("STRUCT")) {
      tokens.symbol("<");
      return struct();
    }
    if (tokens.isWord("RANGE") && tokens.peek(1).text().equals("<")) {
      return range();
    }
    Token token = tokens.take();
    SqlType.@Nullable Scalar scalar = named(token.text());
    if (token.kind() != Token.Kind.WORD || scalar == null) {
      throw token.at().invalid("Type not found: " + token.text());
    }
    if (tokens.isSymbol("(")) {
      throw tokens.at().unsupported("A parameterized type");
    }
    return scalar;
  }

  private SqlType range() throws SqlException {
    Position at = tokens.at();
    tokens.take();
    tokens.symbol("<");
    SqlType element = type();
    tokens.closeAngle();
    if (element != SqlType.Scalar.DATE
        && element != SqlType.Scalar.DATETIME
        && element != SqlType.Scalar.TIMESTAMP) {
      throw at.invalid("Unsupported type: RANGE<" + element + "> is not supported");
    }
    return new SqlType.Range(element);
  }

  static SqlType.@Nullable Scalar named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (SqlType.Scalar scalar : SqlType.Scalar.values()) {
      if (scalar.name().equals(upper)) {
        return scalar;
      }
    }
    return SYNONYMS.get(upper);
  }

  private SqlType.Struct struct() throws SqlException {
    List<SqlColumn> fields = new ArrayList<>();
    while (!tokens.isSymbol(">") && !tokens.isSymbol(">>")) {
      if (!fields.isEmpty()) {
        tokens.symbol(",");
      }
      String name = "";
      Token ahead = tokens.peek(1);
      boolean named =
          tokens.peek().identifier()
              && (ahead.kind() == Token.Kind.WORD || ahead.kind() == Token.Kind.QUOTED);
      if (named) {
        name = tokens.identifier();
      }
      fields.add(new SqlColumn(name, type()));
    }
    tokens.closeAngle();
    return new SqlType.Struct(fields);
  }
}
