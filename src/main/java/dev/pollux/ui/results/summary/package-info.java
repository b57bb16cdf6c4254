/// The page of the results that says what came out: counts, charts that choose rows, how answers
/// ended, tokens and cost, and the kinds of failures with their cures.
@NullMarked
package dev.pollux.ui.results.summary;

import org.jspecify.annotations.NullMarked;
