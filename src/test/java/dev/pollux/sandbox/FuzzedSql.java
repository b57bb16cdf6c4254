package dev.pollux.sandbox;

import java.util.List;
import java.util.random.RandomGenerator;

/// Statements by a small grammar of GoogleSQL, valid ones and nearly valid ones, with the values
/// that break things.
record FuzzedSql(RandomGenerator random) {
  private static final List<String> VALUES =
      List.of(
          "NULL",
          "1",
          "-1",
          "9223372036854775807",
          "-9223372036854775808",
          "1e308",
          "0.1",
          "''",
          "'é\\n'",
          "b'\\xff'",
          "TRUE",
          "DATE '0001-01-01'",
          "TIMESTAMP '9999-12-31 23:59:59+00'",
          "NUMERIC '99999999999999999999999999999.999999999'",
          "JSON '{\"a\":[1,null]}'",
          "[1, NULL]",
          "STRUCT(1 AS a, 'x' AS b)",
          "CAST('nan' AS FLOAT64)",
          "x",
          "t",
          "id",
          "@p",
          "?",
          "INTERVAL 1 DAY",
          "BIGNUMERIC '1e38'",
          "CURRENT_DATE()",
          "DATETIME '1900-02-28 00:00:00'");
  private static final List<String> FUNCTIONS =
      List.of(
          "SUM",
          "COUNT",
          "AVG",
          "MIN",
          "ABS",
          "CONCAT",
          "SUBSTR",
          "REPEAT",
          "LPAD",
          "SPLIT",
          "TRIM",
          "FORMAT",
          "DATE_ADD",
          "DATE_DIFF",
          "DATE_TRUNC",
          "EXTRACT",
          "PARSE_DATE",
          "JSON_VALUE",
          "TO_JSON_STRING",
          "GENERATE_ARRAY",
          "ARRAY_AGG",
          "STRING_AGG",
          "SAFE_DIVIDE",
          "ROUND",
          "POW",
          "SQRT",
          "REGEXP_EXTRACT",
          "REGEXP_REPLACE",
          "GREATEST",
          "IF",
          "COALESCE",
          "NULLIF",
          "UNNEST",
          "ERROR",
          "ROW_NUMBER",
          "LAG",
          "SAFE.LOG",
          "TIMESTAMP_MICROS",
          "FROM_BASE64",
          "PARSE_JSON",
          "ARRAY_TO_STRING",
          "MOD",
          "DIV",
          "CHR",
          "NOBODY",
          "DATETIME_SUB",
          "LENGTH");
  private static final List<String> OPERATORS =
      List.of(
          "+", "-", "*", "/", "||", "=", "<>", "<", ">=", "AND", "OR", "LIKE", "IN", "IS NOT", "<<",
          "|", "BETWEEN", "NOT IN", ".", "");
  private static final List<String> TYPES =
      List.of(
          "INT64",
          "FLOAT64",
          "STRING",
          "BYTES",
          "BOOL",
          "DATE",
          "TIMESTAMP",
          "NUMERIC",
          "JSON",
          "ARRAY<INT64>",
          "STRUCT<a INT64>",
          "NOBODY",
          "STRING(3)",
          "TIME",
          "BIGNUMERIC");
  private static final List<String> TABLES =
      List.of(
          "samples.all_types",
          "samples.cities",
          "UNNEST([1, 2, NULL]) AS x",
          "mine.nobody",
          "`pollux-sandbox.samples.all_types`",
          "samples.INFORMATION_SCHEMA.TABLES",
          "UNNEST([STRUCT(1 AS id, 'a' AS t)])",
          "`a:b.c.d`",
          "samples.`x*`");

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// A statement; one in four is damaged.
  String statement() {
    String sql =
        switch (random.nextInt(12)) {
          case 0 -> "CREATE OR REPLACE TABLE mine.fuzzed AS " + query(2);
          case 1 -> "INSERT INTO mine.fuzzed " + query(2);
          case 2 -> "CREATE TABLE mine.f" + random.nextInt(9) + " (a " + one(TYPES) + ")";
          case 3 ->
              one(List.of("DROP TABLE mine.f1", "UPDATE mine.f1 SET a = 1", "BEGIN; SELECT 1"));
          default -> query(3);
        };
    return random.nextInt(4) == 0 ? damaged(sql) : sql;
  }

  private String query(int depth) {
    String select =
        "SELECT "
            + (random.nextInt(8) == 0 ? "DISTINCT " : random.nextInt(12) == 0 ? "AS STRUCT " : "")
            + (random.nextInt(6) == 0 ? "*" : expression(depth) + " AS id, " + expression(depth))
            + (random.nextInt(3) == 0 ? "" : " FROM " + source(depth))
            + (random.nextInt(3) == 0 ? " WHERE " + expression(depth) : "")
            + (random.nextInt(6) == 0 ? " GROUP BY " + one(List.of("1", "ALL", "id", "9")) : "")
            + (random.nextInt(5) == 0 ? " ORDER BY " + expression(1) + " DESC" : "")
            + (random.nextInt(3) == 0 ? " LIMIT " + one(VALUES) : " LIMIT 20");
    return switch (depth == 0 ? 9 : random.nextInt(8)) {
      case 0 -> "WITH t AS (" + query(depth - 1) + ") " + select;
      case 1 -> "(" + select + ") UNION ALL (" + query(depth - 1) + ")";
      case 2 -> select.repeat(1) + " -- " + "x".repeat(random.nextInt(50));
      default -> select;
    };
  }

  private String source(int depth) {
    return depth == 0 || random.nextInt(3) > 0
        ? one(TABLES)
        : random.nextBoolean()
            ? "(" + query(depth - 1) + ") AS t"
            : one(TABLES) + " LEFT JOIN " + one(TABLES) + " ON " + expression(depth - 1);
  }

  private String expression(int depth) {
    if (depth == 0) {
      return one(VALUES);
    }
    return switch (random.nextInt(11)) {
      case 0, 1, 2 -> one(FUNCTIONS) + "(" + list(depth) + ")";
      case 3, 4 -> expression(depth - 1) + " " + one(OPERATORS) + " " + expression(depth - 1);
      case 5 ->
          one(List.of("CAST", "SAFE_CAST"))
              + "("
              + expression(depth - 1)
              + " AS "
              + one(TYPES)
              + ")";
      case 6 -> "CASE WHEN " + expression(depth - 1) + " THEN " + one(VALUES) + " END";
      case 7 -> "(" + query(depth - 1) + ")";
      case 8 -> one(FUNCTIONS) + "(" + one(VALUES) + ") OVER (ORDER BY " + one(VALUES) + ")";
      case 9 -> "-".repeat(1 + random.nextInt(3)) + " " + one(VALUES);
      default -> one(VALUES);
    };
  }

  private String list(int depth) {
    StringBuilder list = new StringBuilder(expression(depth - 1));
    for (int i = random.nextInt(4); i > 0; i--) {
      list.append(", ").append(expression(depth - 1));
    }
    return list.toString();
  }

  private String damaged(String sql) {
    int at = random.nextInt(sql.length());
    int to = Math.min(sql.length(), at + random.nextInt(12));
    return switch (random.nextInt(4)) {
      case 0 -> sql.substring(0, at);
      case 1 -> sql.substring(0, at) + sql.substring(to);
      case 2 ->
          sql.substring(0, at)
              + one(List.of("'", "`", "(", "\"\"\"", ";", "\0", "😀", "/*", "["))
              + sql.substring(at);
      default ->
          sql.substring(0, at)
              + sql.substring(at, to).repeat(random.nextInt(400))
              + sql.substring(to);
    };
  }
}
