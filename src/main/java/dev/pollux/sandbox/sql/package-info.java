/// The documented subset of GoogleSQL, turned into DuckDB's SQL. It imports nothing of ours and no
/// JDBC: text goes in, text comes out, or a refusal in BigQuery's words with the position.
///
/// What is served, and what is not; the lists are held against the code.
///
/// **Statements**: a query; CREATE TABLE AS; CREATE OR REPLACE TABLE; CREATE TABLE IF NOT EXISTS;
/// CREATE TABLE with columns; PARTITION BY; CLUSTER BY; OPTIONS; CREATE SCHEMA; DROP SCHEMA; DROP
/// TABLE; INSERT of VALUES; INSERT of a query.
///
/// **Queries**: WITH; SELECT DISTINCT; SELECT AS STRUCT; star with EXCEPT and REPLACE; a table; a
/// subquery; UNNEST WITH OFFSET; an array of the row; INNER JOIN; LEFT JOIN; RIGHT JOIN; FULL JOIN;
/// CROSS JOIN; USING; WHERE; GROUP BY; GROUP BY ALL; HAVING; QUALIFY; ORDER BY with NULLS; LIMIT
/// and OFFSET; UNION ALL; UNION DISTINCT; INTERSECT DISTINCT; EXCEPT DISTINCT; named parameters;
/// positional parameters.
///
/// **Expressions**: literals; arithmetic; comparison; logic; concatenation; CASE; CAST; SAFE_CAST;
/// SAFE functions; IN a list; IN a subquery; IN UNNEST; BETWEEN; LIKE; IS; IS DISTINCT FROM;
/// EXISTS; a scalar subquery; an ARRAY subquery; STRUCT; ARRAY; a place in an array; a field of a
/// struct; a field of JSON; EXTRACT; a window.
///
/// **Types**: STRING, BYTES, INT64, FLOAT64, NUMERIC, BIGNUMERIC, BOOL, TIMESTAMP, DATE, TIME,
/// DATETIME, GEOGRAPHY, JSON, INTERVAL, ARRAY, STRUCT, RANGE. BIGNUMERIC is read, kept, cast and
/// written, not reckoned with. GEOGRAPHY, RANGE and INTERVAL pass through as they were loaded: they
/// can be selected and stored, GEOGRAPHY is turned into text by ST_ASTEXT, RANGE and INTERVAL by
/// CAST.
///
/// **Functions of conditions**: COALESCE, ERROR, GREATEST, IF, IFNULL, LEAST, NULLIF.
///
/// **Functions of text and bytes**: BYTE_LENGTH, CHARACTER_LENGTH, CHAR_LENGTH, CONCAT, ENDS_WITH,
/// FORMAT, FROM_BASE64, FROM_HEX, GENERATE_UUID, INITCAP, INSTR, LEFT, LENGTH, LOWER, LPAD, LTRIM,
/// MD5, NORMALIZE, OCTET_LENGTH, REGEXP_CONTAINS, REGEXP_EXTRACT, REGEXP_REPLACE, REPEAT, REPLACE,
/// REVERSE, RIGHT, RPAD, RTRIM, SAFE_CONVERT_BYTES_TO_STRING, SHA1, SHA256, SHA512, SPLIT,
/// STARTS_WITH, STRPOS, ST_ASTEXT, SUBSTR, SUBSTRING, TO_BASE64, TO_HEX, TRIM, UPPER.
///
/// **Functions of numbers**: ABS, CEIL, CEILING, DIV, EXP, FLOOR, IS_INF, IS_NAN, LN, LOG, LOG10,
/// MOD, POW, POWER, RAND, ROUND, SAFE_DIVIDE, SIGN, SQRT, TRUNC.
///
/// **Functions of dates and times**: CURRENT_DATE, CURRENT_DATETIME, CURRENT_TIME,
/// CURRENT_TIMESTAMP, DATE, DATETIME, DATETIME_ADD, DATETIME_DIFF, DATETIME_SUB, DATETIME_TRUNC,
/// DATE_ADD, DATE_DIFF, DATE_SUB, DATE_TRUNC, FORMAT_DATE, FORMAT_DATETIME, FORMAT_TIMESTAMP,
/// PARSE_DATE, PARSE_DATETIME, PARSE_TIMESTAMP, TIME, TIMESTAMP, TIMESTAMP_ADD, TIMESTAMP_DIFF,
/// TIMESTAMP_MICROS, TIMESTAMP_MILLIS, TIMESTAMP_SECONDS, TIMESTAMP_SUB, TIMESTAMP_TRUNC,
/// UNIX_DATE, UNIX_MICROS, UNIX_MILLIS, UNIX_SECONDS.
///
/// **Functions of JSON**: BOOL, FLOAT64, INT64, JSON_ARRAY, JSON_EXTRACT, JSON_EXTRACT_SCALAR,
/// JSON_OBJECT, JSON_QUERY, JSON_QUERY_ARRAY, JSON_TYPE, JSON_VALUE, JSON_VALUE_ARRAY, LAX_BOOL,
/// LAX_FLOAT64, LAX_INT64, LAX_STRING, PARSE_JSON, STRING, TO_JSON, TO_JSON_STRING.
///
/// **Functions of arrays**: ARRAY_CONCAT, ARRAY_LENGTH, ARRAY_REVERSE, ARRAY_TO_STRING,
/// GENERATE_ARRAY.
///
/// **Functions of groups and windows**: ANY_VALUE, APPROX_COUNT_DISTINCT, ARRAY_AGG, AVG, COUNT,
/// COUNTIF, LOGICAL_AND, LOGICAL_OR, MAX, MIN, STDDEV, STDDEV_POP, STDDEV_SAMP, STRING_AGG, SUM,
/// VARIANCE, VAR_POP, VAR_SAMP.
///
/// **Functions of windows alone**: CUME_DIST, DENSE_RANK, FIRST_VALUE, LAG, LAST_VALUE, LEAD,
/// NTH_VALUE, NTILE, PERCENT_RANK, RANK, ROW_NUMBER.
///
/// **Refused**: a script; MERGE; UPDATE; DELETE; TRUNCATE; ALTER; CREATE VIEW; CREATE FUNCTION;
/// EXPORT; TABLESAMPLE; PIVOT; a recursive WITH; ROLLUP; CUBE; pipe syntax; a named window; LATERAL
/// functions; NATURAL JOIN; INTERSECT ALL; SELECT AS VALUE; an interval as a value; a time zone of
/// a function; a parameterized type; bit operators; LIKE ANY; FARM_FINGERPRINT; arithmetic on
/// BIGNUMERIC; a RANGE literal; GROUPING; a lambda; a hint; a system variable; a computed format;
/// comparing structs; CAST with FORMAT; a function that is not listed.
///
/// **Limits**: a statement has at most 1,048,576 characters, 300 levels of nesting, 1,000 operators
/// of a kind in a row (AND, OR and set operations as many as there are) and 500,000 parts once
/// DuckDB has written out the macros; a text that a function makes has at most 1 MB where the
/// service says so (FORMAT among them), 100 MB elsewhere, and 8,388,608 characters where it is made
/// beside the engine, as JSON is. What is more is refused.
///
/// A subquery that does not read the row around it is worked out once, before it is known whether
/// it is asked for: an error in one fails the statement, in a branch that is not taken too. Behind
/// a constant that is NULL an operand is not worked out, and does not fail.
///
/// **Tables**: a view is its statement; a name that ends in `*` is all tables that begin so, with
/// `_TABLE_SUFFIX`; of a table with row access policies, the rows that the caller may see. Where a
/// filter over a partition is required, the WHERE of the SELECT that names the table must hold it.
///
/// What is in is checked against ZetaSQL: same statement, same types, same values, the same words
/// for what goes wrong while it runs. APPROX_COUNT_DISTINCT is exact here.
@NullMarked
package dev.pollux.sandbox.sql;

import org.jspecify.annotations.NullMarked;
