/// BigQuery over REST: datasets and tables, rows, queries, copies and loads.
@NullMarked
package dev.pollux.cloud.google.bigquery;

import org.jspecify.annotations.NullMarked;
