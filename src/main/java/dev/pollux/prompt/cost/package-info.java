/// What a job will cost and has cost: dated prices, tokens counted on a sample of the table, a
/// range that says how it was found, and the limits a person set.
///
/// [dev.pollux.prompt.cost.TokenCounter] reads and counts rows; everything else is arithmetic.
@NullMarked
package dev.pollux.prompt.cost;

import org.jspecify.annotations.NullMarked;
