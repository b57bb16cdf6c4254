/// From tokens to money: tokens counted on a sample of the table, an estimate as a range that says
/// how it was found, the limits a person set, and the bill.
///
/// [dev.pollux.cost.TokenCounter] reads and counts rows; everything else is arithmetic.
@NullMarked
package dev.pollux.cost;

import org.jspecify.annotations.NullMarked;
