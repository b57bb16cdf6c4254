/// BigQuery REST v2.
@NullMarked
package dev.pollux.sandbox.bigquery;

import org.jspecify.annotations.NullMarked;
