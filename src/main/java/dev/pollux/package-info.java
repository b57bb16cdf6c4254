/// Pollux: asks Gemini something about every row of a BigQuery table, at batch price.
@NullMarked
package dev.pollux;

import org.jspecify.annotations.NullMarked;
