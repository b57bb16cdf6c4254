/// What came out of a run: for each column of the answers how its values are spread, and which rows
/// have them.
@NullMarked
package dev.pollux.results.summary;

import org.jspecify.annotations.NullMarked;
