/// The documented subset of GoogleSQL, turned into DuckDB's SQL. It imports nothing of ours and no
/// JDBC: text goes in, text comes out, or a refusal in BigQuery's words with the position.
///
/// **Statements**: queries; CREATE [OR REPLACE] TABLE [IF NOT EXISTS], from a query or a list of
/// columns, with PARTITION BY, CLUSTER BY (kept as metadata) and OPTIONS (description,
/// friendly_name, labels, expiration_timestamp); CREATE and DROP SCHEMA; DROP TABLE; INSERT. One
/// statement at a time.
///
/// **Queries**: WITH, SELECT [DISTINCT] [AS STRUCT], `*` with EXCEPT and REPLACE, tables,
/// subqueries, UNNEST with OFFSET, joins (INNER, LEFT, RIGHT, FULL, CROSS, comma; ON, USING),
/// WHERE, GROUP BY (expressions, ordinals, aliases, ALL), HAVING, QUALIFY, ORDER BY with NULLS,
/// LIMIT, OFFSET, UNION ALL and DISTINCT, INTERSECT and EXCEPT DISTINCT, parameters by name or
/// position.
///
/// **Expressions**: all literals, arithmetic, comparison, logic, `||`, CASE, IF, COALESCE, IFNULL,
/// NULLIF, CAST and SAFE_CAST, SAFE., IN (list, subquery, UNNEST), BETWEEN, LIKE, IS, EXISTS,
/// scalar and ARRAY subqueries, STRUCT, ARRAY, places in arrays, fields of structs and JSON,
/// EXTRACT.
///
/// **Functions**: ABS, ANY_VALUE, APPROX_COUNT_DISTINCT, ARRAY_AGG, ARRAY_CONCAT, ARRAY_LENGTH,
/// ARRAY_REVERSE, ARRAY_TO_STRING, AVG, BOOL, BYTE_LENGTH, CEIL, CEILING, CHARACTER_LENGTH,
/// CHAR_LENGTH, COALESCE, CONCAT, COUNT, COUNTIF, CUME_DIST, CURRENT_DATE, CURRENT_DATETIME,
/// CURRENT_TIME, CURRENT_TIMESTAMP, DATE, DATETIME, DATETIME_ADD, DATETIME_DIFF, DATETIME_SUB,
/// DATETIME_TRUNC, DATE_ADD, DATE_DIFF, DATE_SUB, DATE_TRUNC, DENSE_RANK, DIV, ENDS_WITH, ERROR,
/// EXP, FIRST_VALUE, FLOAT64, FLOOR, FORMAT, FORMAT_DATE, FORMAT_DATETIME, FORMAT_TIMESTAMP,
/// FROM_BASE64, FROM_HEX, GENERATE_ARRAY, GENERATE_UUID, GREATEST, IF, IFNULL, INITCAP, INSTR,
/// INT64, IS_INF, IS_NAN, JSON_ARRAY, JSON_EXTRACT, JSON_EXTRACT_SCALAR, JSON_OBJECT, JSON_QUERY,
/// JSON_QUERY_ARRAY, JSON_TYPE, JSON_VALUE, JSON_VALUE_ARRAY, LAG, LAST_VALUE, LAX_BOOL,
/// LAX_FLOAT64, LAX_INT64, LAX_STRING, LEAD, LEAST, LEFT, LENGTH, LN, LOG, LOG10, LOGICAL_AND,
/// LOGICAL_OR, LOWER, LPAD, LTRIM, MAX, MD5, MIN, MOD, NORMALIZE, NTH_VALUE, NTILE, NULLIF,
/// OCTET_LENGTH, PARSE_DATE, PARSE_DATETIME, PARSE_JSON, PARSE_TIMESTAMP, PERCENT_RANK, POW, POWER,
/// RAND, RANK, REGEXP_CONTAINS, REGEXP_EXTRACT, REGEXP_REPLACE, REPEAT, REPLACE, REVERSE, RIGHT,
/// ROUND, ROW_NUMBER, RPAD, RTRIM, SAFE_CONVERT_BYTES_TO_STRING, SAFE_DIVIDE, SHA1, SHA256, SHA512,
/// SIGN, SPLIT, SQRT, STARTS_WITH, STDDEV, STDDEV_POP, STDDEV_SAMP, STRING, STRING_AGG, STRPOS,
/// ST_ASTEXT, SUBSTR, SUBSTRING, SUM, TIME, TIMESTAMP, TIMESTAMP_ADD, TIMESTAMP_DIFF,
/// TIMESTAMP_MICROS, TIMESTAMP_MILLIS, TIMESTAMP_SECONDS, TIMESTAMP_SUB, TIMESTAMP_TRUNC,
/// TO_BASE64, TO_HEX, TO_JSON, TO_JSON_STRING, TRIM, TRUNC, UNIX_DATE, UNIX_MICROS, UNIX_MILLIS,
/// UNIX_SECONDS, UPPER, VARIANCE, VAR_POP, VAR_SAMP.
///
/// **Limits**: a statement has at most 1,048,576 characters, 300 levels of nesting, 1,000 operators
/// of a kind in a row (AND, OR and set operations as many as there are) and 500,000 parts once
/// DuckDB has written out the macros; a text that a function makes has at most 1 MB where the
/// service says so, and 100 MB elsewhere. What is more is refused as too complex.
///
/// **Refused**, among others: scripts, MERGE, UPDATE, DELETE, views, wildcard tables, TABLESAMPLE,
/// PIVOT, recursive WITH, ROLLUP, pipe syntax, named windows, intervals as values, time zones other
/// than UTC in functions, parameterized types, bit operators, FARM_FINGERPRINT, arithmetic on
/// BIGNUMERIC.
///
/// GEOGRAPHY and RANGE values pass through as they were loaded: they can be selected and stored,
/// and turned into text, by ST_ASTEXT(geography) and CAST(range AS STRING). No other function and
/// no other cast takes or makes them, and neither does a literal.
///
/// What is in is checked against ZetaSQL: same statement, same types, same values, the same words
/// for what goes wrong while it runs. APPROX_COUNT_DISTINCT is exact here.
@NullMarked
package dev.pollux.sandbox.sql;

import org.jspecify.annotations.NullMarked;
