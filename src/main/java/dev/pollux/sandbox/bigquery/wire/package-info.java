/// What the routes and jobs of BigQuery have in common: bodies, pages, etags, errors, who may what.
@NullMarked
package dev.pollux.sandbox.bigquery.wire;

import org.jspecify.annotations.NullMarked;
