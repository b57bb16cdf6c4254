/// Queries and their expressions, as DuckDB's SQL: the two hold each other. [QueryTranslator] is
/// where a query is asked for, [Exprs] finds what names mean, [Context] is what one statement
/// knows.
@NullMarked
package dev.pollux.sandbox.sql.query;

import org.jspecify.annotations.NullMarked;
