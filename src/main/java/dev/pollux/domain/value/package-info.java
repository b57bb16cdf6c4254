/// Rows, the values in them, and the fields that say what the values are.
@NullMarked
package dev.pollux.domain.value;

import org.jspecify.annotations.NullMarked;
