/// What DuckDB is taught before any statement: functions in Java ([JavaFunctions]) and macros
/// ([Macros]), all named `bq_…`; and how large a statement is once they are written out.
@NullMarked
package dev.pollux.sandbox.sql.duckdb;

import org.jspecify.annotations.NullMarked;
