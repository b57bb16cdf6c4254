/// Types of GoogleSQL, what becomes which of them, and how DuckDB says values of them. What is
/// wrong with a statement, and where, is said by [SqlException] and [Position]; every other room of
/// the SQL stands above this one.
@NullMarked
package dev.pollux.sandbox.sql.type;

import org.jspecify.annotations.NullMarked;
