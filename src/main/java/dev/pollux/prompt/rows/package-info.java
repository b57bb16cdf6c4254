/// Which rows of a table, and in which order: a choice, as SQL, as a count and as a test of a row
/// that is here.
@NullMarked
package dev.pollux.prompt.rows;

import org.jspecify.annotations.NullMarked;
