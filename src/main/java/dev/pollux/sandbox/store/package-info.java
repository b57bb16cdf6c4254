/// The data: one DuckDB file, with the BigQuery catalogue beside the rows.
@NullMarked
package dev.pollux.sandbox.store;

import org.jspecify.annotations.NullMarked;
