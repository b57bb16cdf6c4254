/// Jobs of BigQuery: queries, loads, copies.
@NullMarked
package dev.pollux.sandbox.bigquery.job;

import org.jspecify.annotations.NullMarked;
