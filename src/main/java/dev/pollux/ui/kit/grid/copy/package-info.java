/// Marked rows as text, in the forms that other programs read.
@NullMarked
package dev.pollux.ui.kit.grid.copy;

import org.jspecify.annotations.NullMarked;
