/// What became of one row: read from its response and status, in Java and in SQL alike.
@NullMarked
package dev.pollux.results.outcome;

import org.jspecify.annotations.NullMarked;
