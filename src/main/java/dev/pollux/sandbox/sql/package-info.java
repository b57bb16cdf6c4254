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
/// scalar and ARRAY subqueries, STRUCT, ARRAY, places in arrays, fields of structs and JSON; the
/// functions of [Signatures], [Calls], [JsonCalls], [Dates], [Formats]; the aggregates of
/// [Aggregates] and the window functions of [Windows].
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
