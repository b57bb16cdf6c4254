/// Reading outputs: decode a response, account for every row.
@NullMarked
package dev.pollux.results;

import org.jspecify.annotations.NullMarked;
