/// Tables and datasets of BigQuery: their names, and what is known of them.
@NullMarked
package dev.pollux.domain.table;

import org.jspecify.annotations.NullMarked;
