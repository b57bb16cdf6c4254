/// Two runs over the same rows, side by side: which rows are the same, and how far the answers
/// agree.
@NullMarked
package dev.pollux.results.compare;

import org.jspecify.annotations.NullMarked;
