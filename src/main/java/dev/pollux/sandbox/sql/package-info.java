/// The documented subset of GoogleSQL, turned into DuckDB's SQL.
@NullMarked
package dev.pollux.sandbox.sql;

import org.jspecify.annotations.NullMarked;
